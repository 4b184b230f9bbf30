import { createReadStream } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { BLOCK_BYTES, decodeHeader } from "./tar-header";

export interface TarEntry {
  readonly name: string;
  readonly bytes: number;
  /** The file itself, from its beginning, each time that it is called. */
  content(): AsyncIterable<Uint8Array>;
}

/** The files of a tar archive, in their order. Throws when the archive is damaged, or cut off before its end. */
export async function* readTar(path: string): AsyncGenerator<TarEntry> {
  const archive = await open(path, "r");
  try {
    const { size: end } = await archive.stat();
    let at = 0;
    for (;;) {
      const header = decodeHeader(await readBlock(archive, at));
      if (!header) return;
      const start = at + BLOCK_BYTES;
      const { name, size: bytes } = header;
      if (start + bytes > end) throw cutOff();
      yield { name, bytes, content: () => contentOf(path, start, bytes) };
      at = start + Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
    }
  } finally {
    await archive.close();
  }
}

async function readBlock(archive: FileHandle, at: number): Promise<Buffer> {
  const block = Buffer.alloc(BLOCK_BYTES);
  const { bytesRead } = await archive.read(block, 0, BLOCK_BYTES, at);
  if (bytesRead < BLOCK_BYTES) throw cutOff();
  return block;
}

async function* contentOf(
  path: string,
  start: number,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  if (bytes === 0) return;
  const part = createReadStream(path, { start, end: start + bytes - 1 });
  for await (const chunk of part) yield chunk as Buffer;
}

const cutOff = (): Error => new Error("The archive is cut off.");
