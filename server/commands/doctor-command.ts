import type { Clock } from "@/core/base/clock";
import { makeRoomName } from "@/core/protocol/room-name";
import type { Random } from "@/core/base/random";
import { makeOperatorToken } from "../auth/operator-token";
import type { Config } from "../config";
import { readServerIdentity } from "../auth/server-identity";
import { checkApproach } from "../doctor/approach-check";
import { checkClock } from "../doctor/clock-check";
import {
  checkDatabase,
  checkDataFolder,
  checkDisk,
} from "../doctor/data-folder-checks";
import { bad, type Check, type Finding, ok } from "../doctor/finding";
import { checkFreePort, checkRunningServer } from "../doctor/port-check";
import { checkSocket } from "../doctor/socket-check";
import type { BoardsOverview } from "../storage/offline-boards";
import { type Command, UsageError } from "./command";

export interface DoctorFoundations {
  readonly readConfig: () => Config;
  /** Whether a server has a data folder. */
  readonly isLocked: (dataDir: string) => boolean;
  /** Undefined when there are no boards yet. */
  readonly findOverview: (dataDir: string) => BoardsOverview | undefined;
  readonly clock: Clock;
  readonly random: Random;
}

const MARKS = { ok: "ok    ", advice: "advice", bad: "BAD   " } as const;

/** Looks for what may be wrong with this machine, the settings and the proxy. */
export function doctorCommand(foundations: DoctorFoundations): Command {
  return {
    name: "doctor",
    parameters: "[URL]",
    summary:
      "Looks for what is wrong with the machine, the settings and the proxy",
    help: [
      "A line for each thing that was looked at, which says what to do if it is not well: settings, data",
      "folder, disk, database, port and clock. With URL, the address that people use (such as",
      "https://example.org/board), also whether the proxy before the running server does what it must,",
      "and whether WebSockets get through. Give it the settings that the server has.",
    ],
    words: { min: 0, max: 1 },
    async run({ words: [address] }, terminal) {
      const url = address === undefined ? undefined : urlIn(address);
      const config = foundations.readConfig();
      const overview = foundations.findOverview(config.dataDir);
      let isWell = true;
      for (const { name, run } of checksOf(
        config,
        url,
        overview,
        foundations,
      )) {
        const { state, text } = await findingOf(run);
        terminal.print(`${MARKS[state]}  ${name}: ${text}`);
        if (state === "bad") isWell = false;
      }
      overview?.close();
      return isWell;
    },
  };
}

function checksOf(
  config: Config,
  url: URL | undefined,
  overview: BoardsOverview | undefined,
  { isLocked, clock, random }: DoctorFoundations,
): Check[] {
  const { dataDir } = config;
  const newest = () =>
    Math.max(0, ...(overview?.rooms() ?? []).map((room) => room.changedAt));
  return [
    { name: "settings", run: () => ok("They can be used.") },
    { name: "data folder", run: () => checkDataFolder(dataDir) },
    { name: "disk", run: () => checkDisk(dataDir) },
    {
      name: "database",
      run: () =>
        overview ? checkDatabase(overview) : ok("There are no boards yet."),
    },
    {
      name: "port",
      run: () =>
        isLocked(dataDir) ? checkRunningServer(config) : checkFreePort(config),
    },
    { name: "clock", run: () => checkClock(clock.now(), newest()) },
    ...(url ? publicChecks(url, config, { clock, random }) : []),
  ];
}

function publicChecks(
  url: URL,
  config: Config,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Check[] {
  return [
    {
      name: "proxy",
      async run() {
        const identity = await readServerIdentity(config.dataDir);
        const secret = config.sessionSecret ?? identity?.sessionSecret;
        if (secret === undefined)
          return bad("No server has used the data folder: start it first.");
        const token = makeOperatorToken(secret, clock.now());
        return checkApproach(url, token, config);
      },
    },
    {
      name: "WebSocket",
      run: () => checkSocket(url, makeRoomName(random), clock),
    },
  ];
}

async function findingOf(run: Check["run"]): Promise<Finding> {
  try {
    return await run();
  } catch (error) {
    return bad(error instanceof Error ? error.message : String(error));
  }
}

function urlIn(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url;
  throw new UsageError(
    `"${text}" is no address of a site: give one such as https://example.org/board`,
  );
}
