import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { BoardId, UserId } from "@/core/base/ids";
import type { Random } from "@/core/base/random";
import type {
  AccessAction,
  AccessOverview,
  GivenRole,
} from "@/core/protocol/access";
import type { Log } from "../log";
import type { AccessEntry, BoardStorage } from "../storage/board-storage";
import {
  type AccessEdit,
  applyEdits,
  readAccess,
  toEntry,
} from "./access-entries";
import { type AccessState, isFull } from "./access-state";
import { overviewOf } from "./overview";
import { hashPassword, isPassword } from "./passwords";
import { planAction } from "./plan-action";
import { planRedemption } from "./plan-redemption";
import { isValid, type Standing, standingOf, type Visitor } from "./standing";

/** Timers know no longer ones. */
const MAX_DELAY_MS = 2 ** 31 - 1;

export interface RoomAccessOptions {
  readonly id: BoardId;
  /** As they are stored. */
  readonly entries: readonly AccessEntry[];
  /** Whose the room is; undefined while it is nobody's. */
  readonly owner: () => UserId | undefined;
  readonly setOwner: (owner: UserId) => void;
  /** Called in the turn in which something was decided, before it is stored. */
  readonly onChange: () => void;
  readonly storage: BoardStorage;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** What is known of the people whom something is decided about. */
export interface PeopleHere {
  /** What a person is called who is here. */
  nameOf(user: UserId): string | undefined;
  addressesOf(user: UserId): readonly string[];
}

export type Managed =
  | {
      readonly kicked: UserId | undefined;
      /** That of a new invite. */
      readonly token: string | undefined;
      /** Rejects when it could not be stored. It is in effect all the same, until the room is loaded again. */
      readonly stored: Promise<void>;
    }
  | { readonly refusal: "MAY_NOT_MANAGE" | "CANNOT_MANAGE" };

/** One who uses an invite, or gives the password. */
export interface Applicant extends Visitor {
  readonly name: string;
}

/** Who may do what in a room. Whatever is decided is in effect at once. */
export class RoomAccess {
  readonly #options: RoomAccessOptions;
  #state: AccessState;
  #cancelPenWatch: Dispose | undefined;

  /** Throws when the entries are not such as we write. */
  constructor(options: RoomAccessOptions) {
    this.#options = options;
    this.#state = readAccess(options.entries);
    this.#watchPens();
  }

  standingOf(visitor: Visitor): Standing {
    const { owner, clock } = this.#options;
    return standingOf({
      state: this.#state,
      owner: owner(),
      visitor,
      now: clock.now(),
    });
  }

  isOwner(user: UserId): boolean {
    return this.#options.owner() === user;
  }

  overview(): AccessOverview {
    return overviewOf(this.#state, this.#options.clock.now());
  }

  /** Does what somebody asks for, if they may. */
  async manage(
    by: UserId,
    action: AccessAction,
    here: PeopleHere,
  ): Promise<Managed> {
    if (!this.isOwner(by)) return { refusal: "MAY_NOT_MANAGE" };
    const passwordHash =
      action.do === "set-password" && action.password !== null
        ? await hashPassword(action.password)
        : undefined;
    // Hashing takes its time, in which the room may have got another owner.
    if (!this.isOwner(by)) return { refusal: "MAY_NOT_MANAGE" };
    const { clock, random } = this.#options;
    const { members, bans } = this.#state;
    const plan = planAction(action, {
      state: this.#state,
      owner: by,
      now: clock.now(),
      random,
      nameOf: (user) =>
        here.nameOf(user) ?? members.get(user)?.name ?? bans.get(user)?.name,
      addressesOf: (user) => here.addressesOf(user),
      passwordHash,
    });
    if (!plan) return { refusal: "CANNOT_MANAGE" };
    const { edits, owner, kicked, token } = plan;
    const stored = this.#decide(edits, { by, action: describe(action), owner });
    return { kicked, token, stored };
  }

  /** Gives somebody the role of an invite. Resolves with it, once it is stored; null for whoever is banned, or when there is no such invite. */
  async redeem(
    applicant: Applicant,
    token: string,
  ): Promise<GivenRole | "owner" | null> {
    const { user, name } = applicant;
    if (this.isOwner(user)) return "owner";
    if (this.standingOf(applicant).refusal === "BANNED") return null;
    const now = this.#options.clock.now();
    const plan = planRedemption(this.#state, { user, name, token, now });
    if (!plan) return null;
    if (plan.edits.length > 0)
      await this.#decide(plan.edits, { by: user, action: "redeem" });
    return plan.role;
  }

  /** Takes somebody's password. Resolves with true once it is stored that they have given it; with null when it is wrong. */
  async admit(applicant: Applicant, password: string): Promise<true | null> {
    const { passwordHash } = this.#state.rules;
    if (passwordHash === undefined) return true;
    if (!(await isPassword(password, passwordHash))) return null;
    const { rules, members } = this.#state;
    // Another one may have been set meanwhile.
    if (rules.passwordHash !== passwordHash) return null;
    const { user, name } = applicant;
    if (isFull(members, user)) return null;
    const value = { name, ...members.get(user), password: rules.passwords };
    await this.#decide([{ part: "member", user, value }], {
      by: user,
      action: "admit",
    });
    return true;
  }

  dispose(): void {
    this.#cancelPenWatch?.();
  }

  #decide(
    edits: readonly AccessEdit[],
    decision: { by: UserId; action: string; owner?: UserId | undefined },
  ): Promise<void> {
    const { id, storage, clock, setOwner, onChange } = this.#options;
    const { by, action, owner } = decision;
    this.#state = applyEdits(this.#state, edits);
    if (owner) setOwner(owner);
    this.#watchPens();
    onChange();
    const audit = { by, at: clock.now(), action };
    return storage.changeAccess(id, {
      entries: edits.map(toEntry),
      owner,
      audit,
    });
  }

  /** Sees to it that a pen is taken back in time. */
  #watchPens(): void {
    const { clock } = this.#options;
    this.#cancelPenWatch?.();
    this.#cancelPenWatch = undefined;
    const now = clock.now();
    const ends = [...this.#state.pens.values()]
      .filter((pen) => isValid(pen, now))
      .flatMap(({ until }) => until ?? []);
    if (ends.length === 0) return;
    const delay = Math.min(...ends.map((end) => end - now), MAX_DELAY_MS);
    this.#cancelPenWatch = clock.after(delay, () => this.#endPens());
  }

  #endPens(): void {
    const { clock, log, id } = this.#options;
    const now = clock.now();
    const ended = [...this.#state.pens].filter(([, pen]) => !isValid(pen, now));
    const by = this.#options.owner();
    if (!by || ended.length === 0) return this.#watchPens();
    this.#decide(
      ended.map(([user]) => ({ part: "pen", user, value: undefined })),
      { by, action: "pen-ended" },
    ).catch((err: unknown) =>
      // It is known to have ended whenever it is read.
      log.warn({ err, room: id }, "the end of a pen could not be stored"),
    );
  }
}

/** For the operator: without secrets. */
function describe(action: AccessAction): string {
  return JSON.stringify(
    action.do === "set-password"
      ? { do: action.do, password: action.password !== null }
      : action,
  );
}
