import { describe, expect, test } from "vitest";
import type { ClientIdOwner } from "@/server/storage/board-storage";
import { ada, ben, sampleRoom } from "../../support/storage/sample-data";
import { temporaryFolder } from "../../support/storage/temporary-folder";
import { plans, type StorageFixture } from "./storage-fixture";

/** The largest that Yjs chooses. */
const LARGEST = 2 ** 32 - 1;

export function describeClientIds(name: string, fixture: StorageFixture): void {
  describe(`${name}: whose client ids are`, () => {
    test("owners are kept room by room", async () => {
      const storage = await fixture.openWithPlans();
      const other = await storage.createRoom(sampleRoom("plans-2"));

      await storage.addClientIds(plans, [
        { client: 0, user: ada },
        { client: LARGEST, user: ben },
      ]);
      await storage.addClientIds(other.id, [{ client: 0, user: ben }]);

      expect(byClient(await storage.clientIds(plans))).toEqual([
        { client: 0, user: ada },
        { client: LARGEST, user: ben },
      ]);
      expect(await storage.clientIds(other.id)).toEqual([
        { client: 0, user: ben },
      ]);
    });

    test("an id that has an owner keeps it", async () => {
      const storage = await fixture.openWithPlans();
      await storage.addClientIds(plans, [{ client: 7, user: ada }]);

      await storage.addClientIds(plans, [
        { client: 7, user: ben },
        { client: 8, user: ben },
      ]);

      expect(byClient(await storage.clientIds(plans))).toEqual([
        { client: 7, user: ada },
        { client: 8, user: ben },
      ]);
    });

    test("a room that was never stored has none, and takes none", async () => {
      const storage = await fixture.openEmpty();

      expect(await storage.clientIds(plans)).toEqual([]);
      await expect(
        storage.addClientIds(plans, [{ client: 7, user: ada }]),
      ).rejects.toThrow('Room "plans" was never stored.');
    });

    if (!fixture.persists) return;
    test("owners are there again when the storage is opened again", async () => {
      const place = await temporaryFolder();
      const first = await fixture.openAt(place);
      await first.createRoom(sampleRoom("plans"));
      await first.addClientIds(plans, [{ client: 7, user: ada }]);
      await first.close();

      const second = await fixture.openAt(place);

      expect(await second.clientIds(plans)).toEqual([{ client: 7, user: ada }]);
    });
  });
}

const byClient = (owners: readonly ClientIdOwner[]) =>
  [...owners].sort((a, b) => a.client - b.client);
