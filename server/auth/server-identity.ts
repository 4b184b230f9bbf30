import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { randomId } from "@/core/base/random";
import { secureRandom } from "./secure-random";

const identity = z.object({
  /** Tells this server's cookies from those of others on the same host. */
  instanceId: z.string().regex(/^[0-9A-Za-z]{8,32}$/),
  /** Signs them. */
  sessionSecret: z.string().min(32),
});
export type ServerIdentity = z.infer<typeof identity>;

const FILE = "identity.json";

/**
 * What makes this server itself over restarts; kept in the data folder, and made when it is not there yet. To be called while
 * nobody else uses the folder. Rejects with a sentence for the operator.
 */
export async function loadServerIdentity(
  dataDir: string,
): Promise<ServerIdentity> {
  const stored = await readServerIdentity(dataDir);
  return stored ?? createIdentity(join(dataDir, FILE));
}

/** What is kept in a data folder; undefined when no server has used it yet. Rejects with a sentence for the operator. */
export async function readServerIdentity(
  dataDir: string,
): Promise<ServerIdentity | undefined> {
  const file = join(dataDir, FILE);
  const text = await readFile(file, "utf8").catch(absent);
  if (text === undefined) return undefined;
  const parsed = identity.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    `The file "${file}" is damaged: put it back from a backup, or delete it, which makes everybody a new visitor.`,
  );
}

async function createIdentity(file: string): Promise<ServerIdentity> {
  const made = {
    instanceId: randomId(secureRandom, 8),
    sessionSecret: randomId(secureRandom, 43),
  };
  await mkdir(join(file, ".."), { recursive: true });
  // Whole or not at all: half a file would be taken for a damaged one.
  const unfinished = `${file}.new`;
  await writeFile(unfinished, JSON.stringify(made), { mode: 0o600 });
  await rename(unfinished, file);
  return made;
}

function absent(error: unknown): undefined {
  const isAbsent =
    error instanceof Error && "code" in error && error.code === "ENOENT";
  if (!isAbsent) throw error;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
