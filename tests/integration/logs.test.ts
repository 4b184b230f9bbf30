import Database from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { dataFiles } from "@/server/storage/data-folder";
import { RawClient } from "../support/raw-client";
import { startProcess, type ServerProcess } from "../support/server-process";
import { temporaryFolder } from "../support/storage/temporary-folder";

/** Whatever people tell the server, and what it must keep to itself. */
const PRIVATE = {
  name: "Zaphod",
  chat: "forty-two-is-the-answer",
  edited: "forty-three-was-wrong",
  search: "whats-the-question",
  said: "mostly-harmless",
  drawing: "the-heart-of-gold",
  title: "restaurant-at-the-end",
  junk: "vogon-poetry",
  secret: "so-long-and-thanks-for-all-the-fish-1979",
  address: "127.0.0.42",
};

test("whatever people do and however they misbehave, nothing of them is logged", async () => {
  const DATA_DIR = await temporaryFolder();
  const server = await startProcess({
    DATA_DIR,
    LOG_LEVEL: "debug",
    SESSION_SECRET: PRIVATE.secret,
  });
  const { cookie, signature } = await visit(server);
  const person = await work(server, cookie);
  await misbehave(server, cookie);
  await failToStore(server, person, DATA_DIR);
  const { user } = person.last("welcome")!;

  expect(await server.end("SIGTERM"), server.output()).toBe(0);

  const lines = server.output().split("\n");
  const logged = lines.filter((line) => line.startsWith("{"));
  const messages = logged.map(
    (line) => (JSON.parse(line) as { msg: string }).msg,
  );
  for (const message of [
    "started",
    "refused",
    "bad socket",
    "a chat message could not be stored",
    "stopping",
    "stopped",
  ])
    expect(messages).toContain(message);
  for (const secret of [...Object.values(PRIVATE), cookie, signature, user])
    expect(
      lines.filter((line) => line.includes(secret)),
      secret,
    ).toEqual([]);
});

async function visit({ url }: ServerProcess) {
  const response = await fetch(`${url}/?invite=${PRIVATE.junk}`);
  const cookie = response.headers.get("set-cookie")!.split(";")[0]!;
  return { cookie, signature: cookie.split(".")[1]! };
}

/** Does what people do, and is still there. */
async function work(
  { url, syncUrl }: ServerProcess,
  cookie: string,
): Promise<RawClient> {
  const headers = { cookie, origin: url };
  const person = await RawClient.join(`${syncUrl}/plans`, PRIVATE.name, {
    headers,
    localAddress: PRIVATE.address,
  });
  person.doc.getMap("shapes").set("a", PRIVATE.drawing);
  person.control({ kind: "chat", nonce: "1", text: PRIVATE.chat });
  await person.until(() => person.has("chat"));
  person.control({ kind: "chat-edit", seq: 1, text: PRIVATE.edited });
  person.control({ kind: "chat-search", n: 1, query: PRIVATE.search });
  person.control({ kind: "say", text: PRIVATE.said });
  await person.until(() => person.has("chat-found"));
  await person.saved();
  const renamed = await fetch(`${url}/api/rooms/plans`, {
    method: "PATCH",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ title: PRIVATE.title }),
  });
  expect(renamed.status).toBe(200);
  return person;
}

/** Sends what nobody should, each on a connection of its own. */
async function misbehave(
  { url, syncUrl }: ServerProcess,
  cookie: string,
): Promise<void> {
  const headers = { cookie, origin: url };
  const text = Buffer.from(PRIVATE.junk.repeat(10));
  const json = JSON.stringify({ kind: PRIVATE.junk, text: PRIVATE.chat });
  const control = Buffer.concat([
    Buffer.from([64, json.length]),
    Buffer.from(json),
  ]);
  const bad: ((person: RawClient) => void)[] = [
    (person) => person.socket.send(text),
    (person) => person.socket.send(PRIVATE.junk),
    (person) => person.socket.send(control),
    (person) => person.socket.send(Buffer.from([0, 2, 5, 1, 1, 1, 1, 1])),
    (person) => person.socket.send(Buffer.alloc(2 ** 21, PRIVATE.junk)),
  ];
  for (const misdeed of bad) {
    const person = await RawClient.join(`${syncUrl}/plans`, PRIVATE.name, {
      headers,
    });
    misdeed(person);
    await person.whenClosed();
  }
  for (const origin of [`https://${PRIVATE.junk}.example`, "null"]) {
    const stranger = new RawClient(`${syncUrl}/plans`, {
      headers: { cookie, origin },
    });
    expect((await stranger.whenClosed()).code).toBe(4403);
  }
  for (const body of [PRIVATE.junk, JSON.stringify({ title: [PRIVATE.junk] })])
    await fetch(`${url}/api/rooms/plans`, {
      method: "PATCH",
      headers: { ...headers, "content-type": "application/json" },
      body,
    });
  await fetch(`${url}/r/%E0%A4%A/${PRIVATE.junk}`, { headers });
}

/** Draws and talks while the disk takes nothing. */
async function failToStore(
  { url }: ServerProcess,
  person: RawClient,
  dataDir: string,
): Promise<void> {
  const disk = new Database(dataFiles(dataDir).database);
  onTestFinished(() => void disk.close());
  disk.exec("BEGIN IMMEDIATE");
  person.doc.getMap("shapes").set("b", PRIVATE.drawing);
  person.control({ kind: "chat", nonce: "2", text: PRIVATE.chat });
  await person.until(() => person.has("notice") && person.has("error"));
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  disk.close();
  await vi.waitUntil(
    async () => (await fetch(`${url}/readyz`)).status === 200,
    { timeout: 20_000 },
  );
}
