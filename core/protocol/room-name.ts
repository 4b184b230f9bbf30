import { asBoardId, type BoardId } from "../base/ids";
import { randomItem, type Random } from "../base/random";
import { MAX_ROOM_NAME_LENGTH, MIN_ROOM_NAME_LENGTH } from "./limits";
import { ADJECTIVES, ANIMALS } from "./room-name-words";

const ROOM_NAME = new RegExp(
  `^[a-z0-9][a-z0-9-]{${MIN_ROOM_NAME_LENGTH - 1},${MAX_ROOM_NAME_LENGTH - 1}}$`,
);

/** The room's id when `name` is a valid room name, else undefined. */
export function parseBoardId(name: string): BoardId | undefined {
  return ROOM_NAME.test(name) ? asBoardId(name) : undefined;
}

/**
 * The room's id in what a person typed or pasted: a name in any case and with spaces, or a whole link to a board.
 * Undefined when there is none in it.
 */
export function findBoardId(input: string): BoardId | undefined {
  const inLink = /\/r\/([^/?#\s]+)/.exec(input)?.[1];
  const name = (inLink ?? input)
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return parseBoardId(name);
}

/** A name such as `calm-otter-4172`: easy to say and type, hard enough to guess. */
export function makeRoomName(random: Random): BoardId {
  const number = 1000 + Math.floor(random.next() * 9000);
  const words = `${randomItem(random, ADJECTIVES)}-${randomItem(random, ANIMALS)}`;
  return asBoardId(`${words}-${number}`);
}
