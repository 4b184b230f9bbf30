import { writeBackup, type BackupOptions } from "../backup/write-backup";
import type { Config } from "../config";
import type { Command } from "./command";
import { inBytes } from "./sizes";

export interface BackupFoundations {
  readonly readConfig: () => Config;
  readonly copyDatabase: BackupOptions["copyDatabase"];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Makes one file of all boards, chats and what belongs to them. */
export function backupCommand(foundations: BackupFoundations): Command {
  const { readConfig, copyDatabase, now } = foundations;
  return {
    name: "backup",
    parameters: "FILE",
    summary: "Makes a backup, while the server runs or without it",
    help: [
      "FILE becomes a tar archive with the database, everything else in the data folder, and a list of",
      "checksums. It holds all that people have drawn and written and the secret that signs their",
      "cookies: keep it as safe as the server. A file that is there already is not overwritten.",
      "",
      "What was saved before the command began is in it. It takes twice its own size of room beside FILE.",
    ],
    words: { min: 1, max: 1 },
    async run({ words: [file = ""] }, terminal) {
      const { dataDir, sessionSecret } = readConfig();
      const options = { dataDir, file, copyDatabase, now: now() };
      const { files } = await writeBackup(options);
      const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
      terminal.print(
        `"${file}" holds ${files.length} files, ${inBytes(bytes)}.`,
      );
      if (sessionSecret !== undefined)
        terminal.print(
          "SESSION_SECRET is set and is not in it: keep it as well, or everybody becomes a new visitor.",
        );
      return true;
    },
  };
}
