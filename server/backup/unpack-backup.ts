import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import type { ArchivedFile } from "../archive/tar-writer";
import { readTar, type TarEntry } from "../archive/tar-reader";
import {
  type BackupManifest,
  isBackupFileName,
  MANIFEST,
  parseManifest,
} from "./backup-manifest";

/**
 * Unpacks a backup into an empty folder, waits until the disk has it, and compares it with what the backup says of itself. Rejects with
 * a sentence for the operator when it is not whole.
 */
export async function unpackBackup(
  file: string,
  folder: string,
): Promise<BackupManifest> {
  try {
    return await unpack(file, folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`"${file}" cannot be restored: ${reason}`, {
      cause: error,
    });
  }
}

async function unpack(file: string, folder: string): Promise<BackupManifest> {
  const found: ArchivedFile[] = [];
  for await (const entry of readTar(file)) {
    if (entry.name !== MANIFEST) {
      found.push(await unpackEntry(entry, folder));
      continue;
    }
    const manifest = parseManifest(await textOf(entry));
    compare(manifest.files, found);
    return manifest;
  }
  throw new Error("It is no backup of Boardwalk.");
}

async function unpackEntry(
  { name, bytes, content }: TarEntry,
  folder: string,
): Promise<ArchivedFile> {
  if (!isBackupFileName(name))
    throw new Error(`No file of a backup is called "${name}".`);
  const place = path.join(folder, name);
  await mkdir(path.dirname(place), { recursive: true });
  const hash = createHash("sha256");
  const target = await open(place, "wx", 0o600);
  try {
    for await (const chunk of content()) {
      hash.update(chunk);
      await target.writeFile(chunk);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return { name, bytes, sha256: hash.digest("hex") };
}

function compare(
  expected: readonly ArchivedFile[],
  found: readonly ArchivedFile[],
): void {
  const names = new Set([...expected, ...found].map(({ name }) => name));
  for (const name of names) {
    const [wanted, there] = [expected, found].map((files) =>
      files.find((file) => file.name === name),
    );
    if (!wanted || !there || wanted.sha256 !== there.sha256)
      throw new Error(`Its file "${name}" is not the one that was put in.`);
  }
}

async function textOf(entry: TarEntry): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of entry.content()) parts.push(chunk);
  return Buffer.concat(parts).toString();
}
