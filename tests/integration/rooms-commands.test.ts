import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { asBoardId } from "@/core/base/ids";
import { boardwalk } from "../support/command";
import { RawClient } from "../support/raw-client";
import { startProcess } from "../support/server-process";
import { openTestStorage } from "../support/storage/open-test-storage";
import { temporaryFolder } from "../support/storage/temporary-folder";

const CHAT = "Meet behind the old mill";
const DRAWING = "a drawing nobody else is to see";
const SOMEBODY = "0123456789abcdef";

describe("the rooms", () => {
  test("are listed while the server runs", async () => {
    const { DATA_DIR, ada } = await serverWithRooms();

    const { code, output } = await boardwalk(["rooms", "list"], { DATA_DIR });

    expect(code).toBe(0);
    const [head, ...rows] = output.trimEnd().split("\n").map(columns);
    expect(head).toEqual([
      "NAME",
      "OWNER",
      "SIZE",
      "CHANGES",
      "CHAT",
      "LAST CHANGE",
    ]);
    expect(rows.map(([name]) => name)).toEqual(["empty-chat", "plans"]);
    const [, owner, size, changes, chat, changedAt] = rows[1]!;
    expect(owner).toBe(ada);
    expect(size).toMatch(/^\d+ bytes$/);
    expect([changes, chat]).toEqual(["2", "1"]);
    expect(changedAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/);
  });

  test("tell who has been in them", async () => {
    const { DATA_DIR, ada } = await serverWithRooms();

    const { code, output } = await boardwalk(["rooms", "owner", "plans"], {
      DATA_DIR,
    });

    expect(code).toBe(0);
    const rows = output.trimEnd().split("\n").map(columns);
    expect(rows[0]).toEqual([`Owner: ${ada}`]);
    expect(rows.slice(3)).toHaveLength(1);
    expect(rows[3]).toMatchObject(
      [ada, "owner", "2", /UTC$/, "Ada"].map((each) =>
        typeof each === "string" ? each : expect.stringMatching(each),
      ),
    );
  });

  test("are not changed under a running server", async () => {
    const { DATA_DIR } = await serverWithRooms();

    for (const typed of [
      ["rooms", "delete", "plans"],
      ["rooms", "owner", "plans", SOMEBODY],
    ]) {
      const { code, errors } = await boardwalk(typed, { DATA_DIR });
      expect(code).toBe(1);
      expect(errors).toMatch(/is in use by another Boardwalk/);
    }
  });

  test("are deleted for good, and an old copy does not bring them back", async () => {
    const { DATA_DIR, server } = await serverWithRooms();
    await server.end("SIGTERM");
    const before = await recordOf(DATA_DIR, "plans");

    const { code } = await boardwalk(["rooms", "delete", "plans"], {
      DATA_DIR,
    });

    expect(code).toBe(0);
    const database = await readFile(path.join(DATA_DIR, "boardwalk.sqlite"));
    for (const text of [CHAT, DRAWING])
      expect(database.includes(text), text).toBe(false);
    const after = await recordOf(DATA_DIR, "plans");
    expect(after).toEqual({ ...before!, epoch: after!.epoch });
    expect(after!.epoch).not.toBe(before!.epoch);
    const next = await startProcess({ DATA_DIR });
    const old = new RawClient(`${next.syncUrl}/plans?epoch=${before!.epoch}`);
    expect((await old.whenClosed()).code).toBe(4410);
    const ben = await RawClient.join(`${next.syncUrl}/plans`, "Ben");
    expect(ben.doc.getMap("shapes").size).toBe(0);
    ben.doc.getMap("shapes").set("b", 1);
    await ben.saved();
    const other = await RawClient.join(`${next.syncUrl}/empty-chat`, "Cy");
    expect(other.doc.getMap("shapes").size).toBe(1);
  });

  test("are given to another person", async () => {
    const { DATA_DIR, server } = await serverWithRooms();
    await server.end("SIGTERM");

    const { code } = await boardwalk(["rooms", "owner", "plans", SOMEBODY], {
      DATA_DIR,
    });

    expect(code).toBe(0);
    expect((await recordOf(DATA_DIR, "plans"))?.owner).toBe(SOMEBODY);
  });

  test("that are not there are told so", async () => {
    const { DATA_DIR, server } = await serverWithRooms();
    await server.end("SIGTERM");

    for (const typed of [
      ["rooms", "delete", "nothing"],
      ["rooms", "owner", "nothing"],
      ["rooms", "owner", "nothing", SOMEBODY],
    ]) {
      const { code, errors } = await boardwalk(typed, { DATA_DIR });
      expect(code).toBe(1);
      expect(errors).toMatch(/There is no room "nothing"/);
    }
    for (const typed of [
      ["rooms", "delete", "No Name"],
      ["rooms", "owner", "plans", "ada"],
    ])
      expect((await boardwalk(typed, { DATA_DIR })).code).toBe(2);
  });
});

async function serverWithRooms() {
  const DATA_DIR = await temporaryFolder();
  const server = await startProcess({ DATA_DIR });
  const ada = await RawClient.join(`${server.syncUrl}/plans`);
  ada.doc.getMap("shapes").set("a", DRAWING);
  ada.doc.getMap("shapes").set("b", DRAWING);
  ada.control({ kind: "chat", nonce: "1", text: CHAT });
  await ada.saved();
  await ada.until(() => ada.has("chat"));
  const other = await RawClient.join(`${server.syncUrl}/empty-chat`);
  other.doc.getMap("shapes").set("a", 1);
  await other.saved();
  return { DATA_DIR, server, ada: ada.last("welcome")!.user };
}

async function recordOf(folder: string, room: string) {
  const storage = await openTestStorage(folder);
  const record = await storage.find(asBoardId(room));
  await storage.close();
  return record;
}

/** The cells of a table's line: there are two spaces or more between them. */
const columns = (line: string): string[] => line.split(/ {2,}/);
