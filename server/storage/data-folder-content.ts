import { readdir } from "node:fs/promises";

/** What lies in a data folder and is nothing of the boards: hidden files, locks, what is half written, and what a restore has put aside. */
const NOT_CONTENT =
  /^\.|^lost\+found$|^boardwalk\.lock|\.new$|^before-restore-\d+$/;

/** The names of the files and folders that make up the boards of a data folder; none when it does not exist. */
export async function contentOf(dataDir: string): Promise<string[]> {
  const names = await namesIn(dataDir);
  return names.filter((name) => !NOT_CONTENT.test(name)).sort();
}

/** The names of all that is in a folder; none when it does not exist. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      return [];
    throw error;
  }
}
