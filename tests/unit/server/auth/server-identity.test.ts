import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { loadServerIdentity } from "@/server/auth/server-identity";
import { temporaryFolder } from "../../../support/storage/temporary-folder";

test("a server keeps its identity over restarts, and no other has it", async () => {
  const folder = await temporaryFolder();
  const first = await loadServerIdentity(folder);

  expect(await loadServerIdentity(folder)).toEqual(first);
  expect(await loadServerIdentity(await temporaryFolder())).not.toEqual(first);
  expect(first.sessionSecret.length).toBeGreaterThan(40);
});

test("its file is for nobody else's eyes", async () => {
  const folder = await temporaryFolder();
  await loadServerIdentity(folder);

  expect(await readdir(folder)).toEqual(["identity.json"]);
  const { mode } = await stat(path.join(folder, "identity.json"));
  expect(mode & 0o777).toBe(0o600);
});

test.each(["", "{", '{"instanceId":"x"}'])(
  "a damaged file (%j) is not replaced, but told of",
  async (content) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, "identity.json");
    await writeFile(file, content);

    await expect(loadServerIdentity(folder)).rejects.toThrow("is damaged");
    expect(await readFile(file, "utf8")).toBe(content);
  },
);
