import { describe, expect, test } from "vitest";
import { ConfigError } from "@/server/config";
import type { Command } from "@/server/commands/command";
import { runCommand } from "@/server/commands/run-command";

describe("a command", () => {
  test("is found by its words and given the rest", async () => {
    const { code, calls } = await run("rooms list all --old");

    expect(code).toBe(0);
    expect(calls).toEqual([{ words: ["all"], options: { old: true } }]);
  });

  test("ends with 1 when it has not done what it was asked to", async () => {
    expect((await run("fail")).code).toBe(1);
  });

  test("tells in a line why it could not be done", async () => {
    const { code, complaints } = await run("throw");

    expect(code).toBe(1);
    expect(complaints).toEqual(["The disk is full: make room."]);
  });

  test("tells each setting that is wrong", async () => {
    const { code, complaints } = await run("misconfigured");

    expect(code).toBe(1);
    expect(complaints).toEqual(["PORT is not right.", "HOST is not right."]);
  });

  test("that goes on by itself ends with nothing", async () => {
    expect((await run("serve")).code).toBeUndefined();
  });

  test.each(["rooms list one two", "rooms list --new", "rooms list"])(
    "is not done when it was misunderstood: %s",
    async (typed) => {
      const { code, calls, complaints } = await run(typed);

      expect(code).toBe(2);
      expect(calls).toEqual([]);
      expect(complaints.join()).toContain("boardwalk rooms list");
    },
  );

  test("explains itself instead", async () => {
    for (const typed of ["rooms list --help", "rooms list a b --help"]) {
      const { code, calls, output } = await run(typed);

      expect(code).toBe(0);
      expect(calls).toEqual([]);
      expect(output[0]).toBe("Usage: boardwalk rooms list NAME [--old]");
      expect(output).toContain("Says more.");
    }
  });
});

describe("without a command", () => {
  test.each(["", "--help", "-h"])("all are listed: %j", async (typed) => {
    const { code, output } = await run(typed);

    expect(code).toBe(0);
    expect(output.join("\n")).toContain("rooms list NAME [--old]  Lists");
    expect(output.join("\n")).toContain("fail");
  });

  test("those are listed that begin as was typed", async () => {
    const asked = await run("rooms --help");
    const unfinished = await run("rooms");

    expect(asked.code).toBe(0);
    expect(asked.output.join()).toContain("rooms list");
    expect(asked.output.join()).not.toContain("fail");
    expect(unfinished.code).toBe(2);
    expect(unfinished.output).toEqual([]);
    expect(unfinished.complaints.join()).toContain("rooms list");
  });

  test("an unknown one is a mistake", async () => {
    const { code, complaints } = await run("sing loudly");

    expect(code).toBe(2);
    expect(complaints).toEqual([
      `There is no command "sing loudly". See: boardwalk --help`,
    ]);
  });
});

async function run(typed: string) {
  const calls: unknown[] = [];
  const output: string[] = [];
  const complaints: string[] = [];
  const command = (name: string, does: Command["run"]): Command => ({
    name,
    parameters: "",
    summary: `Does ${name}`,
    help: [],
    words: { min: 0, max: 0 },
    run: does,
  });
  const commands: Command[] = [
    {
      name: "rooms list",
      parameters: "NAME [--old]",
      summary: "Lists",
      help: ["Says more."],
      words: { min: 1, max: 1 },
      options: ["old"],
      run: async ({ words, options }) => {
        calls.push({ words, options: { ...options } });
        return true;
      },
    },
    command("fail", async () => false),
    command("serve", async () => undefined),
    command("throw", async () => {
      throw new Error("The disk is full: make room.");
    }),
    command("misconfigured", async () => {
      throw new ConfigError(["PORT is not right.", "HOST is not right."]);
    }),
  ];
  const words = typed.split(" ").filter((word) => word !== "");
  const code = await runCommand(words, commands, {
    print: (line) => output.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, calls, output, complaints };
}
