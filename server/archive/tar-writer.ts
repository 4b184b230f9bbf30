import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat, type FileHandle } from "node:fs/promises";
import { BLOCK_BYTES, encodeHeader } from "./tar-header";

/** What became of a file that was put into an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** Writes a tar archive, file after file. */
export class TarWriter {
  readonly #archive: FileHandle;

  /** @param archive Open for writing, and empty; stays the caller's. */
  constructor(archive: FileHandle) {
    this.#archive = archive;
  }

  /** Adds a file of the disk under `name`. Rejects when it becomes shorter meanwhile; what is added to it meanwhile is left out. */
  async addFile(name: string, path: string): Promise<ArchivedFile> {
    const { size, mtimeMs } = await stat(path);
    await this.#write(
      encodeHeader({ name, size, modifiedAt: mtimeMs / 1_000 }),
    );
    const hash = createHash("sha256");
    let written = 0;
    if (size > 0)
      for await (const chunk of createReadStream(path, { end: size - 1 })) {
        const bytes = chunk as Buffer;
        hash.update(bytes);
        written += bytes.length;
        await this.#write(bytes);
      }
    if (written !== size)
      throw new Error(`The file "${path}" has changed while it was read.`);
    await this.#pad(size);
    return { name, bytes: size, sha256: hash.digest("hex") };
  }

  /** @param modifiedAt Seconds since 1970. */
  async addText(name: string, text: string, modifiedAt: number): Promise<void> {
    const bytes = Buffer.from(text);
    await this.#write(encodeHeader({ name, size: bytes.length, modifiedAt }));
    await this.#write(bytes);
    await this.#pad(bytes.length);
  }

  /** Ends the archive and waits until the disk has it. */
  async finish(): Promise<void> {
    await this.#write(Buffer.alloc(2 * BLOCK_BYTES));
    await this.#archive.sync();
  }

  async #pad(size: number): Promise<void> {
    const missing = (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
    await this.#write(Buffer.alloc(missing));
  }

  async #write(bytes: Buffer): Promise<void> {
    await this.#archive.writeFile(bytes);
  }
}
