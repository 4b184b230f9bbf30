import { describe, expect, test } from "vitest";
import { asBoardId } from "@/core/base/ids";
import {
  ben,
  sampleMessage,
  sampleRoom,
  sampleUpdate,
} from "../../support/storage/sample-data";
import { loadPlans, plans, type StorageFixture } from "./storage-fixture";

export function describeRooms(name: string, fixture: StorageFixture): void {
  describe(`${name}: rooms`, () => {
    test("a room that was never stored is not there", async () => {
      const storage = await fixture.openEmpty();

      expect(await storage.load(plans)).toBeUndefined();
      expect(await storage.find(plans)).toBeUndefined();
    });

    test("a new room is there, and empty", async () => {
      const storage = await fixture.openEmpty();

      const room = await storage.createRoom(sampleRoom("plans"));

      expect(room).toEqual(sampleRoom("plans"));
      expect(await storage.find(plans)).toEqual(room);
      expect(await storage.load(plans)).toEqual({
        room,
        access: [],
        snapshot: undefined,
        updates: [],
        lastSeq: 0,
      });
    });

    test("a room that is stored again stays as it was", async () => {
      const storage = await fixture.openWithPlans();
      const other = { ...sampleRoom("plans"), epoch: "other", owner: ben };

      expect(await storage.createRoom(other)).toEqual(sampleRoom("plans"));
      expect((await loadPlans(storage)).room).toEqual(sampleRoom("plans"));
    });

    test("rooms whose names are prefixes of each other are kept apart", async () => {
      const storage = await fixture.openEmpty();
      const names = ["a", "a-", "a-b", "a_b", "a%", "ab", "A"];

      for (const id of names) {
        const room = await storage.createRoom(sampleRoom(id));
        const bytes = new TextEncoder().encode(id);
        await storage.append(room.id, sampleUpdate(1, bytes));
        await storage.addMessage(room.id, sampleMessage(id));
      }

      for (const id of names.map(asBoardId)) {
        const board = await storage.load(id);
        expect(board?.updates.map(({ bytes }) => textFrom(bytes))).toEqual([
          id,
        ]);
        const { messages } = await storage.messages(id, { limit: 10 });
        expect(messages.map(({ text }) => text)).toEqual([id]);
      }
    });
  });
}

function textFrom(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
