import { systemClock } from "@/core/base/clock";
import { randomId } from "@/core/base/random";
import { secureRandom } from "./auth/secure-random";
import { backupCommand } from "./commands/backup-command";
import { doctorCommand } from "./commands/doctor-command";
import { restoreCommand } from "./commands/restore-command";
import { roomsCommands } from "./commands/rooms-commands";
import { runCommand } from "./commands/run-command";
import { startCommand } from "./commands/start-command";
import { readConfig } from "./config";
import { copyDatabase, receiveDatabase } from "./storage/sqlite/copy-database";
import {
  isDataFolderLocked,
  lockDataFolder,
} from "./storage/sqlite/data-folder-lock";
import { openAdministration } from "./storage/sqlite/sqlite-administration";
import { findOverview, openOverview } from "./storage/sqlite/sqlite-overview";

// The command `boardwalk`. This file is bundled beside the server's main program.

const main = new URL("./main.js", import.meta.url);
const makeEpoch = () => randomId(secureRandom);

const commands = [
  startCommand(async () => {
    await import(main.href);
  }),
  doctorCommand({
    readConfig,
    isLocked: isDataFolderLocked,
    findOverview,
    clock: systemClock,
    random: secureRandom,
  }),
  backupCommand({ readConfig, copyDatabase, now: () => systemClock.now() }),
  restoreCommand({
    readConfig,
    lock: lockDataFolder,
    receiveDatabase,
    makeEpoch,
  }),
  ...roomsCommands({ readConfig, openOverview, openAdministration, makeEpoch }),
];

// A process that waits for nothing but promises would end, with an exit code of Node's own.
const letGo = systemClock.every(1_000, () => {});
const code = await runCommand(process.argv.slice(2), commands, {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
letGo();
if (code !== undefined) process.exitCode = code;
