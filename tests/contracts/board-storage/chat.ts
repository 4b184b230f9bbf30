import { describe, expect, test } from "vitest";
import {
  ben,
  sampleMessage,
  sampleRoom,
} from "../../support/storage/sample-data";
import { plans, type StorageFixture } from "./storage-fixture";

export function describeChat(name: string, fixture: StorageFixture): void {
  describe(`${name}: chat`, () => {
    test("messages are numbered room by room", async () => {
      const storage = await fixture.openWithPlans();
      const other = await storage.createRoom(sampleRoom("other"));

      const hello = await storage.addMessage(plans, sampleMessage("hello"));
      const world = await storage.addMessage(plans, sampleMessage("world"));
      const aside = await storage.addMessage(other.id, sampleMessage("aside"));

      expect(hello).toEqual({ ...sampleMessage("hello"), seq: 1 });
      expect([world.seq, aside.seq]).toEqual([2, 1]);
      expect(await storage.messages(plans, { limit: 10 })).toEqual({
        messages: [hello, world],
        hasMore: false,
      });
    });

    test("a message that is sent again is the one stored then", async () => {
      const storage = await fixture.openWithPlans();
      const first = await storage.addMessage(plans, sampleMessage("hello"));
      await storage.addMessage(plans, sampleMessage("world"));

      const again = sampleMessage("hello", { id: "other", at: 0, text: "new" });

      expect(await storage.addMessage(plans, again)).toEqual(first);
      const { messages } = await storage.messages(plans, { limit: 10 });
      expect(messages.map(({ text }) => text)).toEqual(["hello", "world"]);
    });

    test("a message that is sent twice at once is stored once", async () => {
      const storage = await fixture.openWithPlans();

      const [first, second] = await Promise.all([
        storage.addMessage(plans, sampleMessage("hello")),
        storage.addMessage(plans, sampleMessage("hello")),
      ]);

      expect(second).toEqual(first);
    });

    test("a nonce counts for its author and its room alone", async () => {
      const storage = await fixture.openWithPlans();
      const other = await storage.createRoom(sampleRoom("other"));
      const message = sampleMessage("hello", { nonce: "1" });

      await storage.addMessage(plans, message);
      const bens = await storage.addMessage(plans, { ...message, author: ben });
      const elsewhere = await storage.addMessage(other.id, message);

      expect([bens.seq, elsewhere.seq]).toEqual([2, 1]);
    });

    test("a message to a room that was never stored is refused", async () => {
      const storage = await fixture.openEmpty();

      await expect(
        storage.addMessage(plans, sampleMessage("hello")),
      ).rejects.toThrow('Room "plans" was never stored.');
    });

    test("a room that was never stored has no messages", async () => {
      const storage = await fixture.openEmpty();

      expect(await storage.messages(plans, { limit: 10 })).toEqual({
        messages: [],
        hasMore: false,
      });
    });

    test("history comes in pages, the newest first", async () => {
      const storage = await fixture.openWithPlans();
      for (const text of ["1", "2", "3", "4", "5"]) {
        await storage.addMessage(plans, sampleMessage(text));
      }
      const page = async (before?: number) => {
        const range = before === undefined ? {} : { before };
        const result = await storage.messages(plans, { ...range, limit: 2 });
        return [result.messages.map(({ seq }) => seq), result.hasMore];
      };

      expect(await page()).toEqual([[4, 5], true]);
      expect(await page(4)).toEqual([[2, 3], true]);
      expect(await page(3)).toEqual([[1, 2], false]);
      expect(await page(2)).toEqual([[1], false]);
      expect(await page(1)).toEqual([[], false]);
    });
  });
}
