import { execFileSync } from "node:child_process";
import { mkdir, open, readFile, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readTar } from "@/server/archive/tar-reader";
import { decodeHeader, encodeHeader } from "@/server/archive/tar-header";
import { TarWriter } from "@/server/archive/tar-writer";
import { temporaryFolder } from "../../../support/storage/temporary-folder";

const FILES = {
  empty: "",
  small: "hello",
  "just-a-block": "x".repeat(512),
  "folder/large": "y".repeat(200_000),
  [`${"long/".repeat(30)}name`]: "deep",
};

describe("a tar archive", () => {
  test("gives back the files that were put in", async () => {
    const file = await archive(FILES);

    const found: Record<string, string> = {};
    for await (const { name, content } of readTar(file)) {
      const parts: Uint8Array[] = [];
      for await (const part of content()) parts.push(part);
      found[name] = Buffer.concat(parts).toString();
    }

    expect(found).toEqual(FILES);
  });

  test("can be unpacked by the system's own tar", async () => {
    const file = await archive(FILES);
    const folder = path.join(path.dirname(file), "unpacked");
    await mkdir(folder);

    execFileSync("tar", ["-xf", file, "-C", folder]);

    for (const [name, text] of Object.entries(FILES))
      expect(await readFile(path.join(folder, name), "utf8")).toBe(text);
  });

  test("that is cut off anywhere is noticed", async () => {
    const file = await archive({ a: "x".repeat(600), b: "y" });
    const { length } = await readFile(file);

    for (let end = length - 1_025; end >= 0; end -= 97) {
      await truncate(file, end);
      await expect(names(file), `cut at ${end}`).rejects.toThrow("cut off");
    }
  });

  test("with a damaged header is noticed", async () => {
    const file = await archive({ a: "x", b: "y" });
    const bytes = await readFile(file);
    bytes[1_024 + 3] = 99;
    await writeFile(file, bytes);

    await expect(names(file)).rejects.toThrow("damaged");
  });

  test("tells sizes beyond eight gigabytes", () => {
    const header = { name: "a", size: 3e12, modifiedAt: 1_700_000_000 };

    expect(decodeHeader(encodeHeader(header))).toEqual(header);
  });

  test("takes no name that does not fit", () => {
    const name = "n".repeat(101);

    expect(() => encodeHeader({ name, size: 0, modifiedAt: 0 })).toThrow(
      RangeError,
    );
  });
});

async function archive(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  const file = path.join(folder, "all.tar");
  const handle = await open(file, "wx");
  const writer = new TarWriter(handle);
  for (const [name, text] of Object.entries(files)) {
    const source = path.join(folder, "source");
    await writeFile(source, text);
    await writer.addFile(name, source);
  }
  await writer.finish();
  await handle.close();
  return file;
}

async function names(file: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name } of readTar(file)) found.push(name);
  return found;
}
