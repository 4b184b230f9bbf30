import { cp, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { recordsOf } from "@/core/board/shape-record";
import { plainRecords } from "../fixtures/plain-records";
import { BoardPerson } from "../support/board-person";
import { RawClient } from "../support/raw-client";
import { type ServerProcess, startProcess } from "../support/server-process";
import { temporaryFolder } from "../support/storage/temporary-folder";

const FIXTURE = path.resolve(import.meta.dirname, "../fixtures/first-version");

/** What `write-data-folder.ts` has written down. */
interface Expected {
  readonly cookies: { readonly ada: string; readonly ben: string };
  readonly rooms: Readonly<
    Record<
      string,
      {
        readonly epoch: string;
        readonly seq: number;
        readonly records: unknown;
        readonly order: readonly string[];
        readonly messages: readonly object[];
      }
    >
  >;
}

const OWNERS = { plans: "ada", "plans-2": "ben", talk: "ada" } as const;

test("a data folder of the first version opens with everything in it, and goes on", async () => {
  const expected = JSON.parse(
    await readFile(path.join(FIXTURE, "expected.json"), "utf8"),
  ) as Expected;
  const DATA_DIR = await temporaryFolder();
  await cp(path.join(FIXTURE, "folder"), DATA_DIR, { recursive: true });

  const server = await startProcess({ DATA_DIR });
  await expectEverything(server, expected);
  const drawing = await RawClient.join(`${server.syncUrl}/plans`, "Cy");
  drawing.doc.getMap("later").set("drawn", true);
  await drawing.saved();
  expect(await server.end("SIGTERM")).toBe(0);

  const again = await startProcess({ DATA_DIR });
  const seen = await expectEverything(again, expected);
  expect(seen.get("plans")?.getMap("later").toJSON()).toEqual({ drawn: true });
});

async function expectEverything(
  { url, syncUrl }: ServerProcess,
  { cookies, rooms }: Expected,
): Promise<Map<string, Y.Doc>> {
  const docs = new Map<string, Y.Doc>();
  for (const [room, owner] of Object.entries(OWNERS)) {
    const { epoch, seq, records, order, messages } = rooms[room]!;
    const person = new BoardPerson(owner);
    const client = await RawClient.join(
      `${syncUrl}/${room}?epoch=${epoch}`,
      owner,
      {
        origin: url,
        headers: { cookie: cookies[owner] },
        doc: person.doc,
      },
    );
    const welcome = client.last("welcome")!;
    expect(welcome).toMatchObject({ role: "owner", epoch });
    expect(welcome.seq).toBeGreaterThanOrEqual(seq);
    expect(plainRecords(recordsOf(person.doc))).toEqual(records);
    expect(person.sees().map(({ id }) => id)).toEqual(order);
    expect(person.problems).toEqual([]);
    client.control({ kind: "chat-history" });
    await client.until(() => client.has("chat-history"));
    expect(client.last("chat-history")?.messages).toMatchObject(messages);
    docs.set(room, person.doc);
    await client.leave();
  }
  return docs;
}
