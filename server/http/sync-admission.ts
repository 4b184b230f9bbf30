import type { IncomingMessage } from "node:http";
import type { BoardId, UserId } from "@/core/base/ids";
import { ProtocolError } from "@/core/protocol/protocol-error";
import { parseBoardId } from "@/core/protocol/room-name";
import type { Visitor } from "../access/standing";
import { anonymousUser } from "../auth/anonymous";
import type { OriginPolicy } from "../auth/origin-policy";
import { secureRandom } from "../auth/secure-random";
import type { SessionCookies } from "../auth/session-cookies";
import { addressKey } from "../limits/address-key";
import type { RoomNameQuota } from "../limits/room-name-quota";
import { type Approach, readApproach } from "./forwarded";

export interface SyncAdmissionOptions {
  readonly cookies: SessionCookies;
  readonly origins: OriginPolicy;
  readonly roomNames: RoomNameQuota;
  readonly trustedProxies: number;
}

/** One who may knock at a room's door. */
export interface Admission extends Visitor {
  readonly room: BoardId;
  /** The epoch of the copy that they hold, if they do. */
  readonly epoch: string | undefined;
}

const EPOCH = /^[\w-]{1,64}$/;

/** Decides who may open a socket to a room, and as whom. */
export class SyncAdmission {
  readonly #options: SyncAdmissionOptions;

  constructor(options: SyncAdmissionOptions) {
    this.#options = options;
  }

  /**
   * @param name The room's name as it stands in the path.
   * @throws ProtocolError when the socket is refused.
   */
  admit(request: IncomingMessage, name: string): Admission {
    const { roomNames, trustedProxies } = this.#options;
    const room = parseBoardId(name);
    if (!room) throw new ProtocolError("BAD_ROOM_NAME");
    const approach = readApproach(request, trustedProxies);
    const user = this.#identify(request, approach);
    if (!roomNames.admits(approach.address, room))
      throw new ProtocolError("TOO_MANY_ROOMS");
    return {
      room,
      user,
      address: addressKey(approach.address),
      epoch: epochIn(request.url ?? ""),
    };
  }

  /** The cookie counts only where a browser vouches for the page; everybody else is somebody for as long as the socket lives. */
  #identify({ headers }: IncomingMessage, { host }: Approach): UserId {
    const { origins, cookies } = this.#options;
    const caller = origins.judge({ origin: headers.origin, host });
    if (caller === "stranger") throw new ProtocolError("FORBIDDEN_ORIGIN");
    const known = caller === "page" ? cookies.read(headers.cookie) : undefined;
    return known ?? anonymousUser(secureRandom);
  }
}

function epochIn(url: string): string | undefined {
  const query = new URLSearchParams(url.split("?")[1] ?? "");
  const epoch = query.get("epoch") ?? undefined;
  if (epoch !== undefined && !EPOCH.test(epoch))
    throw new ProtocolError("OTHER_EPOCH");
  return epoch;
}
