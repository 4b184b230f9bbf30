import { describe, expect, test } from "vitest";
import { asBoardId } from "@/core/base/ids";
import { sampleUpdate } from "../../support/storage/sample-data";
import { textOf, updatesOfTyping } from "../../support/storage/typing";
import { loadPlans, plans, type StorageFixture } from "./storage-fixture";

export function describeSnapshots(name: string, fixture: StorageFixture): void {
  describe(`${name}: snapshots`, () => {
    test("a snapshot stands for the updates up to it", async () => {
      const storage = await fixture.openWithPlans(["one ", "two ", "three"]);

      await storage.compact(plans, 2);

      const { snapshot, updates, lastSeq } = await loadPlans(storage);
      expect(snapshot?.seq).toBe(2);
      expect(textOf([snapshot!.bytes])).toBe("one two ");
      expect(updates.map(({ seq }) => seq)).toEqual([3]);
      expect(lastSeq).toBe(3);
      expect(textOf([snapshot!.bytes, updates[0]!.bytes])).toBe(
        "one two three",
      );
    });

    test("a snapshot of everything leaves no updates to load", async () => {
      const storage = await fixture.openWithPlans(["one ", "two "]);

      await storage.compact(plans, 2);

      const { snapshot, updates, lastSeq } = await loadPlans(storage);
      expect(textOf([snapshot!.bytes])).toBe("one two ");
      expect(updates).toEqual([]);
      expect(lastSeq).toBe(2);
    });

    test("a snapshot builds on the one before", async () => {
      const storage = await fixture.openWithPlans(["one ", "two ", "three"]);

      await storage.compact(plans, 1);
      await storage.compact(plans, 3);

      const { snapshot } = await loadPlans(storage);
      expect(snapshot?.seq).toBe(3);
      expect(textOf([snapshot!.bytes])).toBe("one two three");
    });

    test("an older or equal snapshot does not take a newer one's place", async () => {
      const storage = await fixture.openWithPlans(["one ", "two ", "three"]);
      await storage.compact(plans, 2);
      const { snapshot } = await loadPlans(storage);

      await storage.compact(plans, 2);
      await storage.compact(plans, 1);

      expect((await loadPlans(storage)).snapshot).toEqual(snapshot);
    });

    test("of snapshots made at the same time the newest stays", async () => {
      const storage = await fixture.openWithPlans(["one ", "two ", "three"]);

      await Promise.all([3, 1, 2].map((seq) => storage.compact(plans, seq)));

      const { snapshot } = await loadPlans(storage);
      expect(snapshot?.seq).toBe(3);
      expect(textOf([snapshot!.bytes])).toBe("one two three");
    });

    test("nothing is lost of what is appended while a snapshot is made", async () => {
      const storage = await fixture.openWithPlans();
      const updates = updatesOfTyping([..."abcdefghijklmnopqrstuvwxyz"]);
      const appends: Promise<void>[] = [];

      for (const [index, bytes] of updates.entries()) {
        const seq = index + 1;
        const append = storage.append(plans, sampleUpdate(seq, bytes));
        appends.push(append);
        if (seq % 5 !== 0) continue;
        await append;
        appends.push(storage.compact(plans, seq));
      }
      await Promise.all(appends);

      const board = await loadPlans(storage);
      expect(board.snapshot?.seq).toBe(25);
      const tail = board.updates.map(({ bytes }) => bytes);
      expect(textOf([board.snapshot!.bytes, ...tail])).toBe(
        "abcdefghijklmnopqrstuvwxyz",
      );
    });

    test("there is no snapshot of what is not stored", async () => {
      const storage = await fixture.openWithPlans(["one "]);

      await expect(storage.compact(plans, 2)).rejects.toThrow(
        'Room "plans" cannot be folded up to update 2: its log ends at 1.',
      );
      await expect(storage.compact(asBoardId("unknown"), 1)).rejects.toThrow(
        'Room "unknown" was never stored.',
      );
      expect((await loadPlans(storage)).snapshot).toBeUndefined();
    });
  });
}
