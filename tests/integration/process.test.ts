import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { stat } from "node:fs/promises";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
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
