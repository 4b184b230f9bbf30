import { describe, expect, test } from "vitest";
import {
  ada,
  ben,
  sampleMessage,
  sampleRoom,
  SOME_TIME,
} from "../../support/storage/sample-data";
import { plans, type StorageFixture } from "./storage-fixture";

const LATER = SOME_TIME + 1_000;

export function describeChatRevisions(
  name: string,
  fixture: StorageFixture,
): void {
  describe(`${name}: what becomes of messages`, () => {
    test("a message keeps what it answers, whom it mentions and what it points to", async () => {
      const storage = await fixture.openWithPlans();
      const whole = {
        replyTo: 1,
        mentions: [{ user: "ben", name: "Ben" }],
        shapes: ["a", "b"],
      };
      await storage.addMessage(plans, sampleMessage("first"));

      await storage.addMessage(plans, sampleMessage("second", whole));

      const { messages } = await storage.messages(plans, { limit: 10 });
      expect(messages).toEqual([
        { ...sampleMessage("first"), seq: 1 },
        { ...sampleMessage("second"), ...whole, seq: 2 },
      ]);
    });

    test("its author can edit a message", async () => {
      const storage = await fixture.openWithPlans();
      const before = await storage.addMessage(plans, sampleMessage("helo"));

      const after = await storage.editMessage(plans, {
        seq: 1,
        author: ada,
        text: "hello",
        at: LATER,
      });

      expect(after).toEqual({ ...before, text: "hello", editedAt: LATER });
      const { messages } = await storage.messages(plans, { limit: 10 });
      expect(messages).toEqual([after]);
    });

    test("what its author deletes is emptied and stays in its place", async () => {
      const storage = await fixture.openWithPlans();
      await storage.addMessage(
        plans,
        sampleMessage("oops", {
          mentions: [{ user: "ben", name: "Ben" }],
          shapes: ["a"],
        }),
      );
      const deletion = { seq: 1, author: ada, at: LATER };

      const left = await storage.deleteMessage(plans, deletion);

      const expected = sampleMessage("oops", { text: "" });
      expect(left).toEqual({ ...expected, seq: 1, deletedAt: LATER });
      const again = { ...deletion, at: LATER + 1 };
      expect(await storage.deleteMessage(plans, again)).toEqual(left);
      const edit = { ...deletion, text: "back" };
      expect(await storage.editMessage(plans, edit)).toBeUndefined();
      const { messages } = await storage.messages(plans, { limit: 10 });
      expect(messages).toEqual([left]);
    });

    test("nobody else can edit or delete it", async () => {
      const storage = await fixture.openWithPlans();
      const message = await storage.addMessage(plans, sampleMessage("mine"));
      const bens = { seq: 1, author: ben, at: LATER };

      expect(await storage.deleteMessage(plans, bens)).toBeUndefined();
      expect(
        await storage.editMessage(plans, { ...bens, text: "Ben's" }),
      ).toBeUndefined();

      const { messages } = await storage.messages(plans, { limit: 10 });
      expect(messages).toEqual([message]);
    });

    test("a message that was never sent can be neither edited nor deleted", async () => {
      const storage = await fixture.openWithPlans();
      const revision = { seq: 1, author: ada, at: LATER };

      expect(await storage.deleteMessage(plans, revision)).toBeUndefined();
      expect(
        await storage.editMessage(plans, { ...revision, text: "new" }),
      ).toBeUndefined();
    });

    test("a search finds part of a text in whatever case, the newest first, in pages", async () => {
      const storage = await fixture.openWithPlans();
      const other = await storage.createRoom(sampleRoom("plans-2"));
      for (const text of ["Green ÄPFEL", "pears", "Äpfel", "red äpfel"])
        await storage.addMessage(plans, sampleMessage(text));
      await storage.addMessage(other.id, sampleMessage("äpfel elsewhere"));
      const find = async (before?: number) => {
        const range = before === undefined ? {} : { before };
        const found = await storage.search(plans, "äPFEL", {
          ...range,
          limit: 2,
        });
        return [found.messages.map(({ seq }) => seq), found.hasMore];
      };

      expect(await find()).toEqual([[4, 3], true]);
      expect(await find(3)).toEqual([[1], false]);
    });

    test("a search takes signs for what they are, and does not find what was deleted", async () => {
      const storage = await fixture.openWithPlans();
      for (const text of [
        "100 % sure",
        "100 or so",
        "a_b",
        "aXb",
        "100 % gone",
      ])
        await storage.addMessage(plans, sampleMessage(text));
      await storage.deleteMessage(plans, { seq: 5, author: ada, at: LATER });
      const find = async (query: string) => {
        const { messages } = await storage.search(plans, query, { limit: 9 });
        return messages.map(({ text }) => text);
      };

      expect(await find("100 %")).toEqual(["100 % sure"]);
      expect(await find("a_b")).toEqual(["a_b"]);
      expect(await find("\\")).toEqual([]);
    });
  });
}
