import { setImmediate } from "node:timers/promises";
import { asBoardId, asUserId, type BoardId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import type { Log } from "@/server/log";
import { Tally } from "@/server/metrics/tally";
import { Notifier } from "@/server/notifications/notifier";
import { CountFeed } from "@/server/rooms/count-feed";
import { RoomRegistry } from "@/server/rooms/room-registry";
import { cutHere } from "@/server/rooms/slices/update-cutter";
import type { BoardStorage } from "@/server/storage/board-storage";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { FakeClock } from "./fake-clock";
import { FakeMember } from "./server-fake-member";

export const PLANS = asBoardId("plans");

export interface Entry {
  readonly isStock?: boolean;
  readonly epoch?: string;
  /** Default: somewhere. */
  readonly address?: string;
}

/** Rooms over a storage in memory, with time in the test's hands and members who are the test. */
export class TestRooms {
  readonly clock = new FakeClock();
  readonly storage: BoardStorage;
  readonly registry: RoomRegistry;
  readonly counts = new CountFeed();
  readonly tally = new Tally();
  /** What has been logged as an error. */
  readonly errors: string[] = [];

  constructor(storage: BoardStorage = new MemoryBoardStorage(mergeUpdates)) {
    this.storage = storage;
    const { clock } = this;
    const log: Log = {
      debug() {},
      info() {},
      warn() {},
      error: (_fields, message) => this.errors.push(message),
    };
    this.registry = new RoomRegistry({
      storage,
      clock,
      random: seededRandom(1),
      log,
      notifier: new Notifier({ storage, clock, log }),
      counts: this.counts,
      cutter: cutHere,
      tally: this.tally,
    });
  }

  /** Connects to the room "plans", without a word. Rejects when that is refused. */
  connect(user: string, entry: Entry = {}): Promise<FakeMember> {
    return this.connectTo(PLANS, user, entry);
  }

  /** Connects to another room, without a word. */
  async connectTo(
    room: BoardId,
    user: string,
    entry: Entry = {},
  ): Promise<FakeMember> {
    const member = new FakeMember();
    const { isStock = false, epoch, address = "192.0.2.1" } = entry;
    member.connect(
      await this.registry.join(room, {
        user: asUserId(user),
        address,
        isStock,
        epoch,
        socket: member,
      }),
    );
    return member;
  }

  /** Connects, says hello as `user`, and syncs. */
  async join(user: string, entry: Entry = {}): Promise<FakeMember> {
    const member = await this.connect(user, entry);
    if (!entry.isStock) member.hello(user);
    member.sync();
    this.settle();
    return member;
  }

  /** Lets what the room has to say be said. */
  settle(): void {
    this.clock.advance(50);
  }
}

/** Lets promises that wait for nothing but each other settle. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}

/** Lets the room take in large updates, which it does over some turns of the event loop. */
export async function taken(): Promise<void> {
  for (let i = 0; i < 30; i++) await setImmediate();
}
