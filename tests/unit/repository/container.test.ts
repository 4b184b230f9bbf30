import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../support/markdown";

const ROOT = path.resolve(import.meta.dirname, "../../..");

const dockerfile = readDocument("Dockerfile")
  .replaceAll("\\\n", " ")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(/ (.*)/) as [instruction: string, rest: string]);
const compose = readDocument("compose.yaml");
const manifest = JSON.parse(readDocument("package.json")) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

const all = (instruction: string): string[] =>
  dockerfile.flatMap(([name, rest]) => (name === instruction ? [rest] : []));

describe("the container", () => {
  test("is built by commands that there are", () => {
    const commands = all("RUN").flatMap((line) => line.split(" && "));
    const scripts = commands.flatMap(
      (command) => /^npm run ([\w:-]+)/.exec(command)?.[1] ?? [],
    );

    expect(commands).toContain("npm ci --include=dev");
    expect(scripts).toEqual(["build", "boardwalk"]);
    for (const script of scripts)
      expect(manifest.scripts).toHaveProperty(script);
  });

  test("runs and watches over the server by scripts that there are", () => {
    const [start] = all("CMD");
    const [health] = all("HEALTHCHECK");
    const programs = [start, health?.replace(/^.*CMD /, "")].map(
      (command) => JSON.parse(command!) as string[],
    );

    expect(programs[0]).toEqual(["node", "scripts/boardwalk.mjs", "start"]);
    for (const [program, script] of programs) {
      expect(program).toBe("node");
      expect(existsSync(path.join(ROOT, script!)), script).toBe(true);
    }
  });

  test("has a Node that will do, the same where it is built and where it runs", () => {
    const versions = all("FROM").map(
      (image) => /^node:(\d+)-/.exec(image)?.[1],
    );
    const [floor] = manifest.engines.node.match(/\d+/)!;

    expect(new Set(versions).size).toBe(1);
    expect(Number(versions[0])).toBeGreaterThan(Number(floor));
  });

  test("runs as a user who is not root, with its data on a named volume that is theirs", () => {
    const dataDir = /DATA_DIR=(\S+)/.exec(all("ENV").join(" "))![1]!;

    expect(all("USER")).toEqual(["node"]);
    expect(all("VOLUME")).toEqual([dataDir]);
    expect(all("RUN").join()).toContain(`chown node:node ${dataDir}`);
    expect(compose).toContain(`      - boards:${dataDir}\n`);
    expect(compose).toMatch(/^volumes:\n {2}boards:$/m);
  });

  test("listens where its port is passed on to", () => {
    const port = /PORT=(\d+)/.exec(all("ENV").join(" "))![1]!;

    expect(all("EXPOSE")).toEqual([port]);
    expect(compose).toMatch(new RegExp(`:${port}"$`, "m"));
  });

  test("takes nothing along that was built or drawn here", () => {
    const ignored = readDocument(".dockerignore").split("\n");

    for (const name of ["node_modules", "dist", "data", ".next*", ".git"])
      expect(ignored).toContain(name);
  });
});
