import type { ClientControl } from "@/core/protocol/control-message";
import type { RoomAccess } from "../access/room-access";
import type { Log } from "../log";
import type { AccessGate } from "./access-gate";
import type { Peer } from "./peer";
import type { Roster } from "./roster";

type Manage = Extract<ClientControl, { kind: "manage" }>;

export interface ManagingOptions {
  readonly access: RoomAccess;
  readonly gate: AccessGate;
  readonly roster: Roster;
  readonly log: Log;
}

/** Does what owners ask for about the people in their rooms, and tells them what has come of it. */
export class Managing {
  readonly #options: ManagingOptions;

  constructor(options: ManagingOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  async manage(peer: Peer, { n, action }: Manage): Promise<void> {
    const { access, gate, roster, log } = this.#options;
    try {
      const managed = await access.manage(peer.user, action, {
        nameOf: (user) => roster.nameOf(user),
        addressesOf: (user) => gate.addressesOf(user),
      });
      if ("refusal" in managed)
        return peer.tell({ kind: "error", code: managed.refusal, n });
      if (managed.kicked) gate.kick(managed.kicked);
      await managed.stored;
      peer.tell({ kind: "managed", n, token: managed.token });
    } catch (err) {
      log.error({ err }, "a decision about access could not be stored");
      peer.tell({ kind: "error", code: "ACCESS_NOT_STORED", n });
    }
  }
}
