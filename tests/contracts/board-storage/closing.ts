import { describe, expect, test } from "vitest";
import {
  sampleMessage,
  sampleRoom,
  sampleUpdate,
} from "../../support/storage/sample-data";
import { temporaryFolder } from "../../support/storage/temporary-folder";
import { updatesOfTyping } from "../../support/storage/typing";
import { loadPlans, plans, type StorageFixture } from "./storage-fixture";

export function describeClosing(name: string, fixture: StorageFixture): void {
  describe(`${name}: closing`, () => {
    test("what was begun before is finished", async () => {
      const place = await temporaryFolder();
      const storage = await fixture.openAt(place);
      const updates = updatesOfTyping(["one ", "two "]);
      await storage.createRoom(sampleRoom("plans"));
      await storage.append(plans, sampleUpdate(1, updates[0]!));

      const endings = Promise.allSettled([
        storage.append(plans, sampleUpdate(2, updates[1]!)),
        storage.compact(plans, 1),
        storage.addMessage(plans, sampleMessage("hello")),
        storage.load(plans),
      ]);
      await storage.close();

      expect((await endings).map(({ status }) => status)).toEqual(
        Array.from({ length: 4 }, () => "fulfilled"),
      );
      if (!fixture.persists) return;
      const board = await loadPlans(await fixture.openAt(place));
      expect([board.lastSeq, board.snapshot?.seq]).toEqual([2, 1]);
    });

    test("everything is refused after it", async () => {
      const storage = await fixture.openWithPlans();

      await storage.close();
      await storage.close();

      const closed = "The storage is closed.";
      const bytes = Uint8Array.of(1);
      await expect(storage.load(plans)).rejects.toThrow(closed);
      await expect(storage.createRoom(sampleRoom("new"))).rejects.toThrow(
        closed,
      );
      await expect(
        storage.append(plans, sampleUpdate(1, bytes)),
      ).rejects.toThrow(closed);
      await expect(storage.compact(plans, 1)).rejects.toThrow(closed);
      await expect(
        storage.addMessage(plans, sampleMessage("hello")),
      ).rejects.toThrow(closed);
      await expect(storage.messages(plans, { limit: 1 })).rejects.toThrow(
        closed,
      );
      await expect(storage.probe()).rejects.toThrow(closed);
    });
  });

  if (!fixture.persists) return;
  describe(`${name}: opening again`, () => {
    test("everything is as it was", async () => {
      const place = await temporaryFolder();
      const first = await fixture.openAt(place);
      await first.createRoom(sampleRoom("plans"));
      const updates = updatesOfTyping(["one ", "two ", "three"]);
      for (const [index, bytes] of updates.entries()) {
        await first.append(plans, sampleUpdate(index + 1, bytes));
      }
      await first.compact(plans, 2);
      await first.addMessage(plans, sampleMessage("hello"));
      const board = await first.load(plans);
      const chat = await first.messages(plans, { limit: 10 });
      await first.close();

      const second = await fixture.openAt(place);

      expect(await second.load(plans)).toEqual(board);
      expect(await second.messages(plans, { limit: 10 })).toEqual(chat);
      await second.append(plans, sampleUpdate(4, Uint8Array.of(4)));
      const again = await second.addMessage(plans, sampleMessage("hello"));
      expect(again.seq).toBe(1);
      const next = await second.addMessage(plans, sampleMessage("next"));
      expect(next.seq).toBe(2);
    });
  });
}
