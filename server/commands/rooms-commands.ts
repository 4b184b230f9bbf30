import { asUserId, type BoardId } from "@/core/base/ids";
import { parseBoardId } from "@/core/protocol/room-name";
import type { Config } from "../config";
import type {
  BoardsAdministration,
  BoardsOverview,
  RoomPerson,
  RoomSummary,
} from "../storage/offline-boards";
import { type Command, UsageError } from "./command";
import { table } from "./help";
import { inBytes, inMinutes } from "./sizes";

export interface RoomsFoundations {
  readonly readConfig: () => Config;
  readonly openOverview: (dataDir: string) => BoardsOverview;
  readonly openAdministration: (
    dataDir: string,
  ) => Promise<BoardsAdministration>;
  readonly makeEpoch: () => string;
}

const USER_ID = /^[0-9A-Za-z]{16}$/;

/** What an operator does with rooms. */
export function roomsCommands(foundations: RoomsFoundations): Command[] {
  return [
    listCommand(foundations),
    deleteCommand(foundations),
    ownerCommand(foundations),
  ];
}

function listCommand({ readConfig, openOverview }: RoomsFoundations): Command {
  return {
    name: "rooms list",
    parameters: "",
    summary: "Lists all rooms, while the server runs or without it",
    help: [
      "A line each: name, user id of the owner, size on the disk, changes of the board, chat messages,",
      "and when something was last drawn or said.",
    ],
    words: { min: 0, max: 0 },
    async run(_call, terminal) {
      const overview = openOverview(readConfig().dataDir);
      const rows = overview.rooms().map(rowOf);
      overview.close();
      const head = ["NAME", "OWNER", "SIZE", "CHANGES", "CHAT", "LAST CHANGE"];
      for (const line of table([head, ...rows])) terminal.print(line);
      return true;
    },
  };
}

function deleteCommand(foundations: RoomsFoundations): Command {
  const { readConfig, openAdministration, makeEpoch } = foundations;
  return {
    name: "rooms delete",
    parameters: "NAME",
    summary: "Deletes all that is in a room, while no server runs",
    help: [
      "Its drawings, history and chat are gone for good: make a backup first. The name stays known, with",
      "its owner, so that copies in browsers are not taken for the room and do not bring it back.",
      "Whoever opens the name finds an empty board.",
    ],
    words: { min: 1, max: 1 },
    async run({ words: [name = ""] }, terminal) {
      const room = roomNamed(name);
      const boards = await openAdministration(readConfig().dataDir);
      const isThere = boards.purge(room, makeEpoch());
      boards.close();
      if (!isThere) throw noSuchRoom(name);
      terminal.print(`All that was in "${name}" is deleted.`);
      return true;
    },
  };
}

function ownerCommand(foundations: RoomsFoundations): Command {
  const { readConfig, openOverview, openAdministration } = foundations;
  return {
    name: "rooms owner",
    parameters: "NAME [USER]",
    summary: "Shows who owns a room, or gives it to another person",
    help: [
      "Without USER: the owner, and those who have drawn or written in the room, with their user ids and",
      "the names that they used in the chat. With USER, a user id: makes that person the owner, while no",
      "server runs.",
    ],
    words: { min: 1, max: 2 },
    async run({ words: [name = "", user] }, terminal) {
      const room = roomNamed(name);
      const { dataDir } = readConfig();
      if (user === undefined) {
        const overview = openOverview(dataDir);
        const summary = overview.room(room);
        const people = overview.people(room);
        overview.close();
        if (!summary) throw noSuchRoom(name);
        for (const line of tellPeople(summary, people)) terminal.print(line);
        return true;
      }
      if (!USER_ID.test(user))
        throw new UsageError(
          `"${user}" is no user id, which has 16 letters and digits. See them by: boardwalk rooms owner ${name}`,
        );
      const boards = await openAdministration(dataDir);
      const isThere = boards.setOwner(room, asUserId(user));
      boards.close();
      if (!isThere) throw noSuchRoom(name);
      terminal.print(`"${name}" belongs to ${user} now.`);
      return true;
    },
  };
}

function rowOf(room: RoomSummary): string[] {
  const { id, owner, bytes, updates, messages, changedAt } = room;
  return [
    id,
    owner,
    inBytes(bytes),
    String(updates),
    String(messages),
    inMinutes(changedAt),
  ];
}

function tellPeople(
  { owner }: RoomSummary,
  people: readonly RoomPerson[],
): string[] {
  const rows = people.map(({ user, name = "", updates, lastAt }) => [
    user,
    user === owner ? "owner" : "",
    String(updates),
    inMinutes(lastAt),
    name,
  ]);
  const head = ["USER", "ROLE", "CHANGES", "LAST SEEN", "NAME"];
  return [`Owner: ${owner}`, "", ...table([head, ...rows])];
}

function roomNamed(name: string): BoardId {
  const room = parseBoardId(name);
  if (room) return room;
  throw new UsageError(
    `"${name}" is no room's name, which has 3 to 64 small letters, digits and dashes.`,
  );
}

const noSuchRoom = (name: string): Error =>
  new Error(
    `There is no room "${name}". See those there are by: boardwalk rooms list`,
  );
