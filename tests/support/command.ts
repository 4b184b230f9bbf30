import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { bundleForNode } from "../../scripts/lib/bundle-for-node.mjs";

export interface CommandEnd {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs `boardwalk` in a process of its own, and resolves once it has ended. */
export async function boardwalk(
  typed: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandEnd> {
  const program = fileURLToPath(await bundleForNode("server/command-line.ts"));
  const child = spawn(process.execPath, [program, ...typed], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output, errors };
}
