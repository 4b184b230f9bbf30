import { restoreBackup, type RestoreOptions } from "../backup/restore-backup";
import type { Config } from "../config";
import type { Command } from "./command";

export interface RestoreFoundations {
  readonly readConfig: () => Config;
  readonly lock: RestoreOptions["lock"];
  readonly receiveDatabase: RestoreOptions["receiveDatabase"];
  readonly makeEpoch: () => string;
}

/** Fills the data folder from a backup. */
export function restoreCommand(foundations: RestoreFoundations): Command {
  const { readConfig, makeEpoch, lock, receiveDatabase } = foundations;
  return {
    name: "restore",
    parameters: "FILE [--new-epoch] [--replace]",
    summary: "Fills the data folder from a backup, while no server runs",
    help: [
      "The backup is unpacked and checked before anything is changed. If the command is interrupted,",
      "the data folder is as it was, or the next start of the server finishes what is left to do.",
      "",
      "  --replace    put what is in the data folder aside, into a folder before-restore-1 inside it",
      "               (2, 3 and so on), which you may delete; without it only an empty folder is filled",
      "  --new-epoch  tell browsers that the boards are others than those they hold copies of. Without",
      "               it they bring back what was drawn after the backup was made, as they do after any",
      "               time offline; with it the boards are exactly those of the backup, and the",
      "               browsers' copies are kept apart from them",
    ],
    words: { min: 1, max: 1 },
    options: ["new-epoch", "replace"],
    async run({ words: [file = ""], options }, terminal) {
      const { dataDir } = readConfig();
      const { manifest, former } = await restoreBackup({
        file,
        dataDir,
        mayReplace: options["replace"] === true,
        nextEpoch: options["new-epoch"] ? makeEpoch : undefined,
        lock,
        receiveDatabase,
      });
      terminal.print(
        `"${dataDir}" holds what was backed up at ${manifest.createdAt}.`,
      );
      if (former !== undefined)
        terminal.print(`What was there before lies in "${former}".`);
      return true;
    },
  };
}
