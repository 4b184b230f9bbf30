import {
  type AwarenessEntry,
  checkState,
  encodeAwareness,
  isRemoval,
  removalOf,
} from "./awareness-codec";
import type { ClientIds } from "./guard/client-ids";
import type { Peer } from "./peer";

/** Ids of the departed that are remembered. */
const MAX_DEPARTED = 1_000;

interface OwnedEntry {
  readonly owner: Peer;
  readonly entry: AwarenessEntry;
}

/**
 * What the stock clients in a room show of themselves to each other, each under client ids of its person. Entries under the ids of others
 * are ignored, never punished: a stock client sends on what it is told.
 */
export class StockAwareness {
  readonly #ids: ClientIds;
  readonly #broadcast: (entry: AwarenessEntry) => void;
  readonly #present = new Map<number, OwnedEntry>();
  /** The removals that were sent for those who have left, so that an echo of what they showed does not bring them back. */
  readonly #departed = new Map<number, AwarenessEntry>();

  constructor(ids: ClientIds, broadcast: (entry: AwarenessEntry) => void) {
    this.#ids = ids;
    this.#broadcast = broadcast;
  }

  /** Throws a ProtocolError when a connection shows of itself what others cannot be given. */
  receive(peer: Peer, entries: readonly AwarenessEntry[]): void {
    for (const entry of entries) this.#receiveEntry(peer, entry);
  }

  /** Everything that is shown, as one message. */
  encodeAll(): Uint8Array {
    return encodeAwareness(
      [...this.#present.values()].map(({ entry }) => entry),
    );
  }

  /** Takes away what the connection has shown. */
  leave(peer: Peer): void {
    for (const { owner, entry } of [...this.#present.values()])
      if (owner === peer) this.#remove(removalOf(entry));
  }

  #receiveEntry(peer: Peer, entry: AwarenessEntry): void {
    const { clientId, clock } = entry;
    const known = this.#present.get(clientId);
    if (known) {
      // Any connection of the same person's: they may be back before the line is known to be dead by which they were here.
      if (known.owner.user === peer.user && clock >= known.entry.clock)
        this.#accept(peer, entry);
      return;
    }
    const removal = this.#departed.get(clientId);
    if (removal && clock <= removal.clock) {
      // It may be the client itself, back with its old clock: hearing of its removal makes it raise that.
      if (!isRemoval(entry)) peer.outbox.send(encodeAwareness([removal]));
      return;
    }
    if (!isRemoval(entry) && this.#ids.claim(peer, clientId))
      this.#accept(peer, entry);
  }

  #accept(owner: Peer, entry: AwarenessEntry): void {
    checkState(entry);
    if (isRemoval(entry)) return this.#remove(entry);
    this.#departed.delete(entry.clientId);
    this.#present.set(entry.clientId, { owner, entry });
    this.#broadcast(entry);
  }

  #remove(removal: AwarenessEntry): void {
    this.#present.delete(removal.clientId);
    this.#departed.set(removal.clientId, removal);
    const oldest = this.#departed.keys().next();
    if (this.#departed.size > MAX_DEPARTED && !oldest.done)
      this.#departed.delete(oldest.value);
    this.#broadcast(removal);
  }
}
