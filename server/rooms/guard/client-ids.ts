import type { UserId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { Dispose } from "@/core/base/disposable";
import { MAX_NEW_CLIENT_IDS } from "@/core/protocol/limits";
import { isAnonymous } from "../../auth/anonymous";

/** One connection, as far as it matters who speaks. */
export interface Speaker {
  readonly user: UserId;
}

/** What one connection does with client ids. */
interface Use {
  readonly ids: Set<number>;
  /** Ids that nobody had used before. */
  claimed: number;
  /** Whether the server has been given all that was drawn under them. */
  isSettled: boolean;
}

export interface ClientIdsOptions {
  /** Who owns which id, as it is stored. */
  readonly stored: Iterable<readonly [client: number, owner: UserId]>;
  /** The id under which the server itself writes, once it is known. */
  readonly reserved: () => number | undefined;
  /** Somebody else speaks under the id of this connection, which may have died without a word: finds out. */
  readonly doubt: (holder: Speaker) => void;
}

/**
 * Knows whose client ids are: an id belongs to the person who first used it in the room, in all of their connections. Yjs itself
 * believes everybody who speaks under an id, and one who speaks for another can make the other's changes unheard.
 *
 * A person without a cookie is nobody else's equal for longer than their connection lives: what was theirs is free after it.
 */
export class ClientIds {
  readonly #reserved: () => number | undefined;
  readonly #owners: Map<number, UserId>;
  /** Ids under which somebody has drawn: all others are forgotten with the connection. */
  readonly #drawn: Set<number>;
  readonly #uses = new Map<Speaker, Use>();
  readonly #doubt: (holder: Speaker) => void;
  readonly #changed = new Listeners<void>();
  #changes = 0;

  constructor({ stored, reserved, doubt }: ClientIdsOptions) {
    this.#reserved = reserved;
    this.#doubt = doubt;
    this.#owners = new Map(stored);
    this.#drawn = new Set(this.#owners.keys());
  }

  /** Undefined when the id is nobody's. */
  ownerOf(client: number): UserId | undefined {
    return this.#owners.get(client);
  }

  /** Whether it is the server's. */
  isReserved(client: number): boolean {
    return client === this.#reserved();
  }

  /** Whether a person owns an id here. */
  knows(user: string): boolean {
    for (const owner of this.#owners.values()) if (owner === user) return true;
    return false;
  }

  /** Whether the connection may still be the first to use an id. */
  mayClaim(speaker: Speaker): boolean {
    return this.#useOf(speaker).claimed < MAX_NEW_CLIENT_IDS;
  }

  /** The connection speaks under an id, which becomes its person's if it was nobody's. Says whether it is theirs. */
  claim(speaker: Speaker, client: number): boolean {
    if (this.isReserved(client)) return false;
    const owner = this.#owners.get(client);
    if (owner !== undefined && owner !== speaker.user) return false;
    const use = this.#useOf(speaker);
    if (owner === undefined && use.claimed >= MAX_NEW_CLIENT_IDS) return false;
    use.ids.add(client);
    if (owner === undefined) {
      use.claimed += 1;
      this.#owners.set(client, speaker.user);
      this.#change();
    }
    return true;
  }

  /** Something drawn under the id is in the document. Says whether its owner is to be remembered from now on. */
  draw(client: number): boolean {
    const owner = this.#owners.get(client);
    if (owner === undefined || this.#drawn.has(client)) return false;
    this.#drawn.add(client);
    return !isAnonymous(owner);
  }

  /** The server has been given all that the connection had: under its ids nobody else can have anything new. */
  settle(speaker: Speaker): void {
    this.#useOf(speaker).isSettled = true;
  }

  /** Whether the id's owner is here and says themselves what is drawn under it. */
  isInUse(client: number): boolean {
    for (const { ids, isSettled } of this.#uses.values())
      if (isSettled && ids.has(client)) return true;
    return false;
  }

  /** Has it found out whether those are still there who are known to use the id. */
  doubt(client: number): void {
    for (const [speaker, { ids }] of this.#uses)
      if (ids.has(client)) this.#doubt(speaker);
  }

  leave(speaker: Speaker): void {
    const use = this.#uses.get(speaker);
    if (!use || !this.#uses.delete(speaker)) return;
    for (const client of use.ids) {
      const isKept = this.#drawn.has(client) && !isAnonymous(speaker.user);
      if (isKept || this.#isUsed(client)) continue;
      this.#owners.delete(client);
      this.#drawn.delete(client);
    }
    this.#change();
  }

  /** Rises whenever somebody has come to own an id, or a connection has left. */
  get changes(): number {
    return this.#changes;
  }

  /** Calls `listener` when somebody has come to own an id, or a connection has left. */
  onChanged(listener: () => void): Dispose {
    return this.#changed.add(listener);
  }

  #change(): void {
    this.#changes += 1;
    this.#changed.emit();
  }

  #isUsed(client: number): boolean {
    for (const { ids } of this.#uses.values()) if (ids.has(client)) return true;
    return false;
  }

  #useOf(speaker: Speaker): Use {
    let use = this.#uses.get(speaker);
    if (!use) {
      use = { ids: new Set(), claimed: 0, isSettled: false };
      this.#uses.set(speaker, use);
    }
    return use;
  }
}
