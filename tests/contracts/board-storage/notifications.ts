import { describe, expect, test } from "vitest";
import type { Recipient } from "@/server/storage/board-storage";
import {
  ada,
  ben,
  sampleMessage,
  sampleRoom,
  SOME_TIME,
} from "../../support/storage/sample-data";
import { plans, type StorageFixture } from "./storage-fixture";

const toBen: readonly Recipient[] = [{ user: ben, reason: "mention" }];

export function describeNotifications(
  name: string,
  fixture: StorageFixture,
): void {
  describe(`${name}: notifications`, () => {
    test("wait for a person over all rooms, the newest first", async () => {
      const storage = await fixture.openWithPlans();
      const other = await storage.createRoom(sampleRoom("plans-2"));
      await storage.addMessage(plans, sampleMessage("for all"));
      await storage.addMessage(plans, sampleMessage("@Ben"), toBen);
      await storage.addMessage(
        other.id,
        sampleMessage("yes", { at: SOME_TIME + 5 }),
        [{ user: ben, reason: "reply" }],
      );

      expect(await storage.notifications(ben, 10)).toEqual([
        {
          room: other.id,
          seq: 1,
          name: "Ada",
          text: "yes",
          at: SOME_TIME + 5,
          reason: "reply",
        },
        {
          room: plans,
          seq: 2,
          name: "Ada",
          text: "@Ben",
          at: SOME_TIME,
          reason: "mention",
        },
      ]);
      expect(await storage.notifications(ben, 1)).toHaveLength(1);
      expect(await storage.notifications(ada, 10)).toEqual([]);
    });

    test("are kept once when their message is sent again", async () => {
      const storage = await fixture.openWithPlans();

      await storage.addMessage(plans, sampleMessage("@Ben"), toBen);
      await storage.addMessage(plans, sampleMessage("@Ben"), toBen);

      expect(await storage.notifications(ben, 10)).toHaveLength(1);
    });

    test("are gone once seen, in that room and up to that message", async () => {
      const storage = await fixture.openWithPlans();
      const other = await storage.createRoom(sampleRoom("plans-2"));
      for (const text of ["1", "2", "3"])
        await storage.addMessage(plans, sampleMessage(text), toBen);
      await storage.addMessage(other.id, sampleMessage("4"), toBen);
      const seen = { seq: 2, at: SOME_TIME };

      expect(await storage.seeNotifications(ada, plans, seen)).toBe(0);
      expect(await storage.seeNotifications(ben, plans, seen)).toBe(2);
      expect(await storage.seeNotifications(ben, plans, seen)).toBe(0);

      const waiting = await storage.notifications(ben, 10);
      expect(waiting.map(({ text }) => text).sort()).toEqual(["3", "4"]);
    });

    test("tell the message as it is now, and nothing of one that was deleted", async () => {
      const storage = await fixture.openWithPlans();
      await storage.addMessage(plans, sampleMessage("helo"), toBen);
      await storage.addMessage(plans, sampleMessage("oops"), toBen);
      const revision = { author: ada, at: SOME_TIME };
      await storage.editMessage(plans, { ...revision, seq: 1, text: "hello" });
      await storage.deleteMessage(plans, { ...revision, seq: 2 });

      const waiting = await storage.notifications(ben, 10);
      expect(waiting.map(({ text }) => text)).toEqual(["hello"]);
    });
  });
}
