import { connect, createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { stat } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { dataFiles } from "@/server/storage/data-folder";
import { RawClient } from "../support/raw-client";
import { ServerEndedError, startProcess } from "../support/server-process";
import { temporaryFolder } from "../support/storage/temporary-folder";

const IDS = Array.from({ length: 100 }, (_, i) => `shape-${i}`);

describe("the server's process", () => {
  test("stores everything and ends with 0 when it is told to stop", async () => {
    const DATA_DIR = await temporaryFolder();
    const first = await startProcess({ DATA_DIR });
    const ada = await RawClient.join(`${first.syncUrl}/plans`);
    for (const id of IDS) ada.doc.getMap("shapes").set(id, 1);
    // All of it has arrived, and not more than arrived, when the signal comes.
    await ada.until(() => (ada.last("seq")?.seq ?? 0) >= IDS.length);

    const code = await first.end("SIGTERM");

    expect(code).toBe(0);
    expect(await ada.whenClosed()).toEqual({
      code: 1012,
      reason: "RESTARTING spread=10",
    });
    const second = await startProcess({ DATA_DIR });
    const ben = await RawClient.join(`${second.syncUrl}/plans`, "Ben");
    expect([...ben.doc.getMap("shapes").keys()].sort()).toEqual(
      [...IDS].sort(),
    );
  });

  test("ends with 1 when the disk does not take what is drawn, and is not ready meanwhile", async () => {
    const DATA_DIR = await temporaryFolder();
    const server = await startProcess({ DATA_DIR });
    const ada = await RawClient.join(`${server.syncUrl}/plans`);
    ada.doc.getMap("shapes").set("kept", 1);
    await ada.saved();
    const disk = lockDatabase(DATA_DIR);
    ada.doc.getMap("shapes").set("lost", 1);
    await ada.until(() => ada.has("notice"));
    const question = await startAsking(server.url, "/readyz");

    const ending = server.end("SIGTERM");
    expect((await ada.whenClosed()).code).toBe(1012);
    expect(await question.finish()).toMatch(
      /^HTTP\/1.1 503 [^]*not ready: starting or stopping/,
    );
    expect(await ending).toBe(1);

    expect(server.output()).toContain(
      "Boardwalk could not store everything in time.",
    );
    disk.close();
    const next = await startProcess({ DATA_DIR });
    const ben = await RawClient.join(`${next.syncUrl}/plans`, "Ben");
    expect([...ben.doc.getMap("shapes").keys()]).toEqual(["kept"]);
  });

  test("ends with 0 when the disk takes everything at last", async () => {
    const DATA_DIR = await temporaryFolder();
    const server = await startProcess({ DATA_DIR });
    const ada = await RawClient.join(`${server.syncUrl}/plans`);
    ada.doc.getMap("shapes").set("kept", 1);
    await ada.saved();
    const disk = lockDatabase(DATA_DIR);
    ada.doc.getMap("shapes").set("late", 1);
    await ada.until(() => ada.has("notice"));

    const ending = server.end("SIGTERM");
    await ada.whenClosed();
    disk.close();

    expect(await ending, server.output()).toBe(0);
    const next = await startProcess({ DATA_DIR });
    const ben = await RawClient.join(`${next.syncUrl}/plans`, "Ben");
    expect(ben.doc.getMap("shapes").size).toBe(2);
  });

  test("ends at once, and with 1, when it is told to stop twice", async () => {
    const DATA_DIR = await temporaryFolder();
    const server = await startProcess({ DATA_DIR });
    const ada = await RawClient.join(`${server.syncUrl}/plans`);
    ada.doc.getMap("shapes").set("a", 1);
    await ada.saved();
    lockDatabase(DATA_DIR);
    ada.doc.getMap("shapes").set("b", 1);
    await ada.until(() => ada.has("notice"));

    const ending = server.end("SIGTERM");
    await ada.whenClosed();
    server.child.kill("SIGINT");

    expect(await ending).toBe(1);
    expect(server.output()).not.toContain("in time");
  });

  test("is not ready any more while it stops, and ready again after a restart", async () => {
    const DATA_DIR = await temporaryFolder();
    const server = await startProcess({ DATA_DIR, BASE_PATH: "/board" });

    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/board/readyz`)).status).toBe(200);
    expect(await server.end("SIGINT"), server.output()).toBe(0);
    await expect(fetch(`${server.url}/readyz`)).rejects.toThrow();
  });

  test("tells its operator in numbers how its disk does", async () => {
    const { url, syncUrl } = await startProcess({
      DATA_DIR: await temporaryFolder(),
      BASE_PATH: "/board",
    });
    const ada = await RawClient.join(
      syncUrl.replace("/sync", "/board/sync/plans"),
    );
    ada.doc.getMap("shapes").set("a", 1);
    await ada.saved();

    for (const path of ["/metrics", "/board/metrics"]) {
      const response = await fetch(url + path);
      expect(response.headers.get("content-type")).toBe(
        "text/plain; version=0.0.4; charset=utf-8",
      );
      const lines = (await response.text()).split("\n");
      expect(lines).toContain("boardwalk_commit_writes_total 2");
      expect(lines).toContain("boardwalk_commit_failures_total 0");
      expect(lines).toContain("boardwalk_unsaved_oldest_seconds 0");
      expect(lines).toContain("boardwalk_sockets 1");
      expect(lines).toContain("boardwalk_waiting_bytes 0");
    }
  });

  test("names every setting that is wrong, and what to do", async () => {
    const error = await startProcess({
      DATA_DIR: await temporaryFolder(),
      PORT: "many",
      BASE_PATH: "board/",
      ROOM_RATE: "0",
    }).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(ServerEndedError);
    const { output, code } = error as ServerEndedError;
    expect(code).toBe(1);
    expect(output.trim().split("\n")).toEqual([
      "PORT is not right: give a whole number from 0 to 65535, such as 3000.",
      "BASE_PATH is not right: begin with a slash and end without one, such as /board, or leave it empty.",
      "ROOM_RATE is not right: give a whole number from 1 up, such as 30.",
    ]);
  });

  test("says in one line that its port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;

    await expect(
      startProcess({ DATA_DIR: await temporaryFolder(), PORT: String(port) }),
    ).rejects.toMatchObject({
      code: 1,
      output: `Port ${port} is in use by another program: stop that one, or set PORT to another port.\n`,
    });
  });

  test("says in one line that its data folder is in use", async () => {
    const DATA_DIR = await temporaryFolder();
    await startProcess({ DATA_DIR });

    await expect(startProcess({ DATA_DIR })).rejects.toMatchObject({
      code: 1,
      output: `The data folder "${DATA_DIR}" is in use by another Boardwalk: stop that one, or set DATA_DIR to another folder.\n`,
    });
  });

  test("keeps its secret where only its own user can read it", async () => {
    const DATA_DIR = await temporaryFolder();
    await startProcess({ DATA_DIR });

    const { mode } = await stat(path.join(DATA_DIR, "identity.json"));

    expect(mode & 0o777).toBe(0o600);
  });
});

/** Keeps the server from writing until it is closed. */
function lockDatabase(dataDir: string): Database.Database {
  const database = new Database(dataFiles(dataDir).database);
  onTestFinished(() => void database.close());
  database.exec("BEGIN IMMEDIATE");
  return database;
}

/** Sends all of a request but its end, so that its connection outlasts a server that takes no new ones. */
async function startAsking(url: string, path: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setEncoding("utf8");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\n`);
  await once(socket, "connect");
  let answer = "";
  socket.on("data", (text: string) => (answer += text));
  return {
    async finish(): Promise<string> {
      socket.write("Connection: close\r\n\r\n");
      await once(socket, "close");
      return answer;
    },
  };
}
