import { describe, expect, test } from "vitest";
import { asBoardId } from "@/core/base/ids";
import {
  ada,
  ben,
  sampleMessage,
  sampleRoom,
  sampleUpdate,
} from "../../support/storage/sample-data";
import { loadPlans, plans, type StorageFixture } from "./storage-fixture";

export function describeLog(name: string, fixture: StorageFixture): void {
  describe(`${name}: the log`, () => {
    test("updates come back whole and in their order", async () => {
      const storage = await fixture.openWithPlans();
      const updates = [1, 2, 3].map((seq) => ({
        ...sampleUpdate(seq, Uint8Array.of(0, seq, 255)),
        user: seq === 2 ? ben : ada,
      }));

      for (const update of updates) await storage.append(plans, update);

      const board = await loadPlans(storage);
      expect(board.updates.map(plainBytes)).toEqual(updates.map(plainBytes));
      expect(board.lastSeq).toBe(3);
    });

    test("an update of no bytes is an update", async () => {
      const storage = await fixture.openWithPlans();

      await storage.append(plans, sampleUpdate(1, new Uint8Array()));

      const { updates } = await loadPlans(storage);
      expect(updates.map(({ bytes }) => bytes.length)).toEqual([0]);
    });

    test("an update that comes again changes nothing", async () => {
      const storage = await fixture.openWithPlans();
      await storage.append(plans, sampleUpdate(1, Uint8Array.of(1)));

      await storage.append(plans, sampleUpdate(1, Uint8Array.of(9)));

      const board = await loadPlans(storage);
      expect(board.updates.map(({ bytes }) => [...bytes])).toEqual([[1]]);
      expect(board.lastSeq).toBe(1);
    });

    test("an update of a room that was never stored is refused", async () => {
      const storage = await fixture.openEmpty();

      await expect(
        storage.append(plans, sampleUpdate(1, Uint8Array.of(1))),
      ).rejects.toThrow('Room "plans" was never stored.');
      expect(await storage.load(plans)).toBeUndefined();
    });

    test("an update that would leave a gap is refused, until the gap is filled", async () => {
      const storage = await fixture.openWithPlans(["one "]);
      const third = sampleUpdate(3, Uint8Array.of(3));

      await expect(storage.append(plans, third)).rejects.toThrow(
        'Update 3 of room "plans" would leave a gap: its log ends at 1.',
      );
      expect((await loadPlans(storage)).lastSeq).toBe(1);

      await storage.append(plans, sampleUpdate(2, Uint8Array.of(2)));
      await storage.append(plans, third);
      expect((await loadPlans(storage)).lastSeq).toBe(3);
    });

    test("the caller may reuse its buffer at once", async () => {
      const storage = await fixture.openWithPlans();
      const pool = Buffer.alloc(64);
      const bytes = pool.subarray(8, 11);
      bytes.set([1, 2, 3]);

      const append = storage.append(plans, sampleUpdate(1, bytes));
      pool.fill(9);
      await append;

      const { updates } = await loadPlans(storage);
      expect(updates.map(plainBytes)).toMatchObject([{ bytes: [1, 2, 3] }]);
    });

    test("many rooms are written at the same time", async () => {
      const storage = await fixture.openEmpty();
      const rooms = Array.from({ length: 20 }, (_, i) => sampleRoom(`r${i}`));
      const seqs = Array.from({ length: 50 }, (_, i) => i + 1);

      await Promise.all(
        rooms.flatMap((room, i) => [
          storage.createRoom(room),
          ...seqs.map((seq) =>
            storage.append(room.id, sampleUpdate(seq, Uint8Array.of(i, seq))),
          ),
        ]),
      );

      for (const [i, { id }] of rooms.entries()) {
        const board = await storage.load(id);
        expect(board?.updates.map(({ bytes }) => [...bytes])).toEqual(
          seqs.map((seq) => [i, seq]),
        );
      }
    });

    test("a refused write does not touch those beside it", async () => {
      const storage = await fixture.openWithPlans();
      const unknown = asBoardId("unknown");
      const bytes = Uint8Array.of(1);

      const endings = await Promise.allSettled([
        storage.append(plans, sampleUpdate(1, bytes)),
        storage.append(unknown, sampleUpdate(1, bytes)),
        storage.append(plans, sampleUpdate(2, bytes)),
        storage.addMessage(unknown, sampleMessage("lost")),
        storage.append(plans, sampleUpdate(4, bytes)),
        storage.addMessage(plans, sampleMessage("hello")),
      ]);

      expect(endings.map(({ status }) => status)).toEqual([
        "fulfilled",
        "rejected",
        "fulfilled",
        "rejected",
        "rejected",
        "fulfilled",
      ]);
      expect((await loadPlans(storage)).lastSeq).toBe(2);
    });
  });
}

/** Bytes compare as numbers, whatever class of array they came in. */
function plainBytes<Item extends { bytes: Uint8Array }>(item: Item) {
  return { ...item, bytes: [...item.bytes] };
}
