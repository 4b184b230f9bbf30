import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { BoardId, UserId } from "@/core/base/ids";
import {
  KEEP_ALIVE_MS,
  MAX_EVENT_STREAMS_PER_ADDRESS,
  MAX_EVENT_STREAMS_PER_USER,
  MAX_UNREAD_EVENT_BYTES,
  MAX_WATCHED_ROOMS,
} from "@/core/protocol/limits";
import { parseBoardId } from "@/core/protocol/room-name";
import type { OriginPolicy } from "../auth/origin-policy";
import type { SessionCookies } from "../auth/session-cookies";
import { addressKey } from "../limits/address-key";
import { OpenQuota } from "../limits/open-quota";
import type { RoomNameQuota } from "../limits/room-name-quota";
import type { Tally } from "../metrics/tally";
import type { Notifier } from "../notifications/notifier";
import type { CountFeed } from "../rooms/count-feed";
import { readApproach } from "./forwarded";

export interface EventStreamsOptions {
  readonly cookies: SessionCookies;
  readonly origins: OriginPolicy;
  readonly roomNames: RoomNameQuota;
  readonly notifier: Notifier;
  readonly counts: CountFeed;
  readonly peopleIn: (room: BoardId) => number;
  readonly trustedProxies: number;
  readonly clock: Clock;
  readonly tally: Tally;
}

/**
 * Streams of events for pages without a board (`text/event-stream`): `notifications`, with all that waits for the visitor, and
 * `counts`, with `{ room, people }` for each room of `?rooms=a,b,c`; both at once and after each change. A visitor without a
 * cookie of ours is told the counts alone.
 */
export class EventStreams {
  readonly #options: EventStreamsOptions;
  readonly #users = new OpenQuota<UserId>(MAX_EVENT_STREAMS_PER_USER);
  readonly #addresses = new OpenQuota<string>(MAX_EVENT_STREAMS_PER_ADDRESS);
  /** Each with what is to be ended before it. */
  readonly #open = new Map<ServerResponse, Disposables>();

  constructor(options: EventStreamsOptions) {
    this.#options = options;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const { cookies, origins, trustedProxies } = this.#options;
    const { headers } = request;
    const { address, host } = readApproach(request, trustedProxies);
    // A page of ours tells no origin when it only reads, and an older browser nothing else either.
    const site = headers["sec-fetch-site"];
    if (origins.judge({ origin: headers.origin, host, site }) === "stranger")
      return this.#refuse(response, 403, {
        code: "FORBIDDEN_ORIGIN",
        message: "Not from this page.",
      });
    const user = cookies.read(headers.cookie);
    const release = this.#admit(user, addressKey(address));
    if (!release)
      return this.#refuse(response, 429, {
        code: "TOO_MANY_STREAMS",
        message: "Too many are open.",
      });
    const ends = new Disposables();
    ends.add(release);
    this.#begin(response, ends);
    if (user) this.#tellNotifications(response, user, ends);
    this.#tellCounts(response, this.#roomsOf(request, address), ends);
  }

  /** Ends all streams: their pages come back to the next server. */
  closeAll(): void {
    for (const [response, ends] of this.#open) {
      // Until the page has taken the last of it, more may happen; a write then would be an error that nobody catches.
      ends.dispose();
      response.end();
    }
  }

  #refuse(
    response: ServerResponse,
    status: number,
    error: { readonly code: string; readonly message: string },
  ): void {
    this.#options.tally.refused(error.code);
    response.writeHead(status, {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
    });
    response.end(JSON.stringify({ error }));
  }

  /** Counts one more; undefined when the person or the address has too many. */
  #admit(user: UserId | undefined, address: string): Dispose | undefined {
    const releaseAddress = this.#addresses.take(address);
    if (!releaseAddress || !user) return releaseAddress;
    const releaseUser = this.#users.take(user);
    if (!releaseUser) return void releaseAddress();
    return () => {
      releaseUser();
      releaseAddress();
    };
  }

  #begin(response: ServerResponse, ends: Disposables): void {
    const { clock } = this.#options;
    response.writeHead(200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      // Some proxies gather a stream until it ends, unless they are told.
      "X-Accel-Buffering": "no",
    });
    response.write(": hello\n\n");
    ends.add(clock.every(KEEP_ALIVE_MS, () => response.write(": here\n\n")));
    this.#open.set(response, ends);
    response.on("close", () => {
      this.#open.delete(response);
      ends.dispose();
    });
  }

  #tellNotifications(
    response: ServerResponse,
    user: UserId,
    ends: Disposables,
  ): void {
    const { notifier } = this.#options;
    ends.add(
      notifier.subscribe(user, (items) =>
        send(response, "notifications", items),
      ),
    );
  }

  #tellCounts(
    response: ServerResponse,
    rooms: readonly BoardId[],
    ends: Disposables,
  ): void {
    const { counts, peopleIn } = this.#options;
    for (const room of rooms) {
      send(response, "counts", { room, people: peopleIn(room) });
      ends.add(
        counts.watch(room, (people) =>
          send(response, "counts", { room, people }),
        ),
      );
    }
  }

  /** The rooms that are asked for, without those that the address has no right to ask for so soon. */
  #roomsOf({ url }: IncomingMessage, address: string): BoardId[] {
    const { roomNames } = this.#options;
    const query = new URLSearchParams(url?.split("?")[1] ?? "");
    const names = (query.get("rooms") ?? "").split(",");
    const rooms = names
      .slice(0, MAX_WATCHED_ROOMS)
      .flatMap((name) => parseBoardId(name) ?? []);
    return [...new Set(rooms)].filter((room) =>
      roomNames.admits(address, room),
    );
  }
}

function send(response: ServerResponse, event: string, data: unknown): void {
  // Whoever does not read comes again, and is told all of it then.
  if (response.writableLength > MAX_UNREAD_EVENT_BYTES)
    return void response.destroy();
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
