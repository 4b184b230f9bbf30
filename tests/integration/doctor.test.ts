import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { dataFiles } from "@/server/storage/data-folder";
import { boardwalk } from "../support/command";
import { RawClient } from "../support/raw-client";
import { startProcess } from "../support/server-process";
import { temporaryFolder } from "../support/storage/temporary-folder";

const CHECKS = ["settings", "data folder", "disk", "database", "port", "clock"];

describe("the doctor", () => {
  test("finds a folder well before the first start, and leaves it alone", async () => {
    const DATA_DIR = path.join(await temporaryFolder(), "new");

    const { code, lines } = await doctor({ DATA_DIR, PORT: "0" });

    expect(code).toBe(0);
    expect(lines.map(({ name }) => name)).toEqual(CHECKS);
    expect(lines.map(({ state }) => state)).toEqual([
      "ok",
      "advice",
      "ok",
      "ok",
      "ok",
      "ok",
    ]);
    expect(lines[1]!.text).toContain("does not exist");
  });

  test("finds a running server well, from inside and from outside", async () => {
    const { DATA_DIR, PORT, server } = await runningServer();
    const ada = await RawClient.join(`${server.syncUrl}/plans`);
    ada.doc.getMap("shapes").set("a", 1);
    await ada.saved();

    const settings = { DATA_DIR, PORT, HOST: "127.0.0.1" };
    const { code, lines } = await doctor(settings, server.url);

    expect(lines.filter(({ state }) => state === "BAD")).toEqual([]);
    expect(code).toBe(0);
    expect(lines.map(({ name }) => name)).toEqual([
      ...CHECKS,
      "proxy",
      "WebSocket",
    ]);
    expect(textOf(lines, "database")).toContain("rooms: 1");
    expect(textOf(lines, "port")).toContain(`answers at ${server.url}`);
    expect(textOf(lines, "proxy")).toContain("by http from 127.0.0.1");
    // What the server tells its operator it tells nobody else.
    const asked = await fetch(`${server.url}/api/operator/approach`);
    expect(asked.status).toBe(404);
  });

  test("tells of a server that listens elsewhere than the settings say", async () => {
    const { DATA_DIR } = await runningServer();
    const PORT = String(await portInUse());

    const { code, lines } = await doctor({ DATA_DIR, PORT });

    expect(code).toBe(1);
    expect(bad(lines)).toEqual(["port"]);
    expect(textOf(lines, "port")).toContain("give this command the PORT");
  });

  test("tells of a port that is in use, and of a database that is damaged", async () => {
    const DATA_DIR = await temporaryFolder();
    const { database } = dataFiles(DATA_DIR);
    const made = new Database(database);
    made.exec("create table a (b); insert into a values (1)");
    made.close();
    await writeFile(database, "x".repeat(50), { flag: "r+" });
    const PORT = String(await portInUse());

    const { code, lines } = await doctor({ DATA_DIR, PORT, HOST: "127.0.0.1" });

    expect(code).toBe(1);
    expect(bad(lines)).toEqual(["database", "port", "clock"]);
    expect(textOf(lines, "database")).toContain("restore a backup");
    expect(textOf(lines, "port")).toContain("set PORT to another port");
  });

  test("tells of a public address behind which there is something else", async () => {
    const { DATA_DIR, PORT } = await runningServer();
    const other = await runningServer();
    const nobody = `http://127.0.0.1:${await portInUse()}`;
    const settings = { DATA_DIR, PORT, HOST: "127.0.0.1" };

    const wrong = await doctor(settings, other.server.url);
    const away = await doctor(
      settings,
      nobody.replace("127.0.0.1", "127.0.0.9"),
    );

    expect(wrong.code).toBe(1);
    expect(textOf(wrong.lines, "proxy")).toContain("is answered with 404");
    expect(bad(away.lines)).toEqual(["proxy", "WebSocket"]);
    expect(textOf(away.lines, "proxy")).toContain("cannot be reached");
  });

  test("names the settings that are wrong", async () => {
    const { code, errors } = await boardwalk(["doctor"], { PORT: "many" });

    expect(code).toBe(1);
    expect(errors).toMatch(/^PORT is not right: give a whole number/);
  });
});

interface Line {
  readonly state: string;
  readonly name: string;
  readonly text: string;
}

async function doctor(settings: Record<string, string>, ...words: string[]) {
  const { code, output } = await boardwalk(["doctor", ...words], settings);
  const lines = output.trimEnd().split("\n");
  return { code, lines: lines.map(readLine) };
}

function readLine(line: string): Line {
  const [, state, name, text] = /^(\w+) +([\w ]+): (.*)$/.exec(line)!;
  return { state: state!, name: name!, text: text! };
}

const bad = (lines: readonly Line[]): string[] =>
  lines.filter(({ state }) => state === "BAD").map(({ name }) => name);

const textOf = (lines: readonly Line[], name: string): string | undefined =>
  lines.find((line) => line.name === name)?.text;

async function runningServer() {
  const DATA_DIR = await temporaryFolder();
  const server = await startProcess({ DATA_DIR });
  return { DATA_DIR, server, PORT: new URL(server.url).port };
}

/** A port of 127.0.0.1 that somebody has, who never answers. */
async function portInUse(): Promise<number> {
  const other = createServer((socket) => socket.destroy());
  other.listen(0, "127.0.0.1");
  onTestFinished(() => void other.close());
  await once(other, "listening");
  return (other.address() as AddressInfo).port;
}
