import type { Clock } from "@/core/base/clock";
import type { BoardId } from "@/core/base/ids";
import { addressKey } from "./address-key";

const WINDOW_MS = 60_000;

/**
 * How many different rooms one address may ask for in a minute, so that nobody finds boards by trying names. A room that was
 * asked for within the last minute counts once.
 */
export class RoomNameQuota {
  readonly #clock: Clock;
  readonly #perMinute: number;
  /** For each address, when each room was first asked for; the oldest first. */
  readonly #asked = new Map<string, Map<BoardId, number>>();
  #sweptAt: number;

  constructor(clock: Clock, perMinute: number) {
    this.#clock = clock;
    this.#perMinute = perMinute;
    this.#sweptAt = clock.now();
  }

  /** Counts the room; false when the address has asked for too many others. */
  admits(address: string, room: BoardId): boolean {
    this.#sweep();
    const key = addressKey(address);
    const rooms = this.#asked.get(key) ?? new Map<BoardId, number>();
    this.#forgetOld(rooms);
    if (rooms.has(room)) return true;
    if (rooms.size >= this.#perMinute) return false;
    rooms.set(room, this.#clock.now());
    this.#asked.set(key, rooms);
    return true;
  }

  #forgetOld(rooms: Map<BoardId, number>): void {
    const deadline = this.#clock.now() - WINDOW_MS;
    for (const [room, askedAt] of rooms) {
      if (askedAt > deadline) return;
      rooms.delete(room);
    }
  }

  /** Forgets addresses that have been silent. */
  #sweep(): void {
    if (this.#clock.now() - this.#sweptAt < WINDOW_MS) return;
    this.#sweptAt = this.#clock.now();
    for (const [key, rooms] of this.#asked) {
      this.#forgetOld(rooms);
      if (rooms.size === 0) this.#asked.delete(key);
    }
  }
}
