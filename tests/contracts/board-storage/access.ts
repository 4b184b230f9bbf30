import { describe, expect, test } from "vitest";
import { asBoardId } from "@/core/base/ids";
import type { AccessChange } from "@/server/storage/board-storage";
import {
  ada,
  ben,
  sampleRoom,
  SOME_TIME,
} from "../../support/storage/sample-data";
import { temporaryFolder } from "../../support/storage/temporary-folder";
import { loadPlans, plans, type StorageFixture } from "./storage-fixture";

const audit = { by: ada, at: SOME_TIME, action: "a decision" };

/** @param entries What is put under each key, or taken away. */
const change = (
  entries: Record<string, string | undefined>,
  rest: Partial<AccessChange> = {},
): AccessChange => ({
  entries: Object.entries(entries).map(([key, value]) => ({ key, value })),
  audit,
  ...rest,
});

export function describeAccess(name: string, fixture: StorageFixture): void {
  describe(`${name}: access`, () => {
    test("what was decided is there, what is decided anew takes its place, and what is taken away is gone", async () => {
      const storage = await fixture.openWithPlans();

      await storage.changeAccess(plans, change({ a: "1", b: "1", c: "1" }));
      await storage.changeAccess(plans, change({ a: "2", b: undefined }));

      const { access } = await loadPlans(storage);
      expect(
        Object.fromEntries(access.map(({ key, value }) => [key, value])),
      ).toEqual({ a: "2", c: "1" });
    });

    test("taking away what is not there changes nothing", async () => {
      const storage = await fixture.openWithPlans();

      await storage.changeAccess(plans, change({ a: undefined }));

      expect((await loadPlans(storage)).access).toEqual([]);
    });

    test("a room can be given to somebody else", async () => {
      const storage = await fixture.openWithPlans();

      await storage.changeAccess(plans, change({}, { owner: ben }));

      const room = { ...sampleRoom("plans"), owner: ben };
      expect((await loadPlans(storage)).room).toEqual(room);
      expect(await storage.find(plans)).toEqual(room);
    });

    test("rooms whose names are prefixes of each other are kept apart", async () => {
      const storage = await fixture.openWithPlans();
      const other = asBoardId("plans-b");
      await storage.createRoom(sampleRoom("plans-b"));

      await storage.changeAccess(other, change({ a: "1" }, { owner: ben }));

      const { access, room } = await loadPlans(storage);
      expect(access).toEqual([]);
      expect(room.owner).toBe(ada);
    });

    test("nothing can be decided about a room that was never stored", async () => {
      const storage = await fixture.openEmpty();

      await expect(
        storage.changeAccess(plans, change({ a: "1" })),
      ).rejects.toThrow();
      expect(await storage.load(plans)).toBeUndefined();
    });

    if (fixture.persists)
      test("what was decided is there after the storage was opened again", async () => {
        const place = await temporaryFolder();
        const storage = await fixture.openAt(place);
        await storage.createRoom(sampleRoom("plans"));
        await storage.changeAccess(plans, change({ a: "1" }, { owner: ben }));
        await storage.close();

        const { access, room } = await loadPlans(await fixture.openAt(place));
        expect(access).toEqual([{ key: "a", value: "1" }]);
        expect(room.owner).toBe(ben);
      });
  });
}
