import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { prepareDataFolder } from "@/server/storage/data-folder";
import { temporaryFolder } from "../../../support/storage/temporary-folder";

describe("prepareDataFolder", () => {
  test("makes the folder and those above it", async () => {
    const folder = path.join(await temporaryFolder(), "boards", "data");

    await prepareDataFolder(folder);

    expect(await readdir(folder)).toEqual([]);
  });

  test("leaves a folder that is there as it is", async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, "notes.txt"), "mine");

    await prepareDataFolder(folder);

    expect(await readdir(folder)).toEqual(["notes.txt"]);
  });

  test("says what to do when files cannot be made there", async () => {
    const file = path.join(await temporaryFolder(), "file");
    await writeFile(file, "");

    const preparing = prepareDataFolder(path.join(file, "data"));

    await expect(preparing).rejects.toThrow(
      /^The data folder ".*" cannot be written \(ENOTDIR.*\): give this user the right to write there, or set DATA_DIR to another folder\.$/,
    );
  });
});
