import type { Random } from "@/core/base/random";
import type { RawSocket } from "../measure/raw-socket";

/** Message `number` of the room's member `sender` has come. */
export type Arrived = (sender: number, number: number, now: number) => void;

export interface JoinOptions {
  readonly port: number;
  readonly room: string;
  /** Which of the room's members this is, from 0. */
  readonly index: number;
  readonly random: Random;
  /** Told of all that the others say, and in no case of what the member said itself. */
  readonly arrived: Arrived;
}

/** Somebody in a room who says numbered things: a cursor's places, or the points of a stroke. */
export interface Member {
  readonly socket: RawSocket;
  /** Says the next thing; `number` is how many there have been before. */
  say(number: number): void;
}

/** How to be a member of a server's room. Resolves once the server has let the member in. */
export type Join = (options: JoinOptions) => Promise<Member>;
