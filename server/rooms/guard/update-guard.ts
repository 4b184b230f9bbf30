import * as Y from "yjs";
import type { UserId } from "@/core/base/ids";
import { soon } from "../slices/turns";
import { trueAuthor } from "./authorship";
import {
  type CheckedUpdate,
  checkInSteps,
  checkUpdate,
} from "./checked-update";
import type { ClientIdKeeper } from "./client-id-keeper";
import type { ClientIds, Speaker } from "./client-ids";
import { buriesProtected } from "./protected-entries";
import type { Admits, UpdateRules } from "./update-rules";

/** Whose an update is, and what it is: a change as it happens, or the answer to the question what else they have. */
export interface Sender {
  readonly speaker: Speaker;
  /** A change as it happens. An answer may bring what others have drawn: nobody owns an id for that. */
  readonly isLive: boolean;
  /** Asked before each part of a large one. What is left then is not taken. Default: yes. */
  readonly mayGoOn?: () => boolean;
}

interface Forgery {
  readonly record: Y.Map<unknown>;
  /** Who made it. */
  readonly author: UserId;
}

export interface UpdateGuardOptions {
  readonly ids: ClientIds;
  readonly keeper: ClientIdKeeper;
  /** Calls what is given with the room's document. */
  readonly read: <Answer>(question: (doc: Y.Doc) => Answer) => Answer;
}

/** Decides what of a member's update is theirs to bring. */
export class UpdateGuard {
  readonly #options: UpdateGuardOptions;

  constructor(options: UpdateGuardOptions) {
    this.#options = options;
  }

  /** What is taken of an update. Throws a ProtocolError for one that no client of any kind sends. */
  check(bytes: Uint8Array, sender: Sender): CheckedUpdate {
    const update = checkUpdate(bytes, this.#rulesFor(sender));
    this.#note(update, sender);
    return update;
  }

  /** The same over several turns of the event loop. */
  async checkInTurns(
    bytes: Uint8Array,
    sender: Sender,
  ): Promise<CheckedUpdate> {
    const update = await soon(checkInSteps(bytes, this.#rulesFor(sender)));
    this.#note(update, sender);
    return update;
  }

  #rulesFor(sender: Sender): UpdateRules {
    const { read } = this.#options;
    return {
      ruleFor: (client) => {
        const known = this.#known(client);
        return { known, admits: this.#admits(client, known, sender) };
      },
      buries: (struct) => read((doc) => buriesProtected(doc, struct)),
    };
  }

  #admits(client: number, known: number, { speaker, isLive }: Sender): Admits {
    const { ids } = this.#options;
    const owner = ids.ownerOf(client);
    if (owner === speaker.user) return "everything";
    if (ids.isReserved(client) || ids.isInUse(client)) return "nothing";
    const isNew = owner === undefined && known === 0;
    return isNew && (!isLive || ids.mayClaim(speaker))
      ? "everything"
      : "content";
  }

  /** Those of the records that name another as their author than the one who made them, and that one. */
  forgedIn(records: readonly Y.Map<unknown>[]): Forgery[] {
    return records.flatMap((record) => {
      const author = trueAuthor(record, this.#options.ids);
      return author === undefined ? [] : [{ record, author }];
    });
  }

  /** Remembers whose the ids are under which an update has brought something into the document. */
  taken({ sections }: CheckedUpdate): void {
    for (const { client } of sections)
      if (this.#known(client) > 0) this.#options.keeper.drawn(client);
  }

  /** Takes down whose the ids are under which something new has come. */
  #note({ sections }: CheckedUpdate, { speaker, isLive }: Sender): void {
    const { ids } = this.#options;
    for (const { client, end, cut } of sections) {
      if (cut === "foreign" && ids.isInUse(client)) ids.doubt(client);
      const known = this.#known(client);
      if (end <= known) continue;
      const owner = ids.ownerOf(client);
      // What others have drawn under an id that is nobody's may come as a change, too: out of a browser's database.
      if (isLive && (owner !== undefined || known === 0))
        ids.claim(speaker, client);
    }
  }

  #known(client: number): number {
    return this.#options.read((doc) => Y.getState(doc.store, client));
  }
}
