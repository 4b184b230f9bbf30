import { Disposables } from "@/core/base/disposable";
import type { UserId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { Store } from "@/core/base/store";
import type { Editor } from "../editor/editor";
import type { People, Person } from "../sync/people";
import type { RemotePresence } from "../sync/remote-presence";
import type { CameraDrive } from "./camera-drive";
import type { MemberActivities } from "./member-activities";

/** Why this person follows somebody no more, or does not begin to. */
export interface FollowEnd {
  readonly reason: "left" | "circle";
  readonly name: string;
}

export interface FollowOptions {
  readonly editor: Pick<
    Editor,
    "following" | "toolState" | "isInGesture" | "typingIn"
  >;
  readonly people: Store<People>;
  readonly activities: MemberActivities;
  readonly presence: Pick<RemotePresence, "viewOf" | "onView">;
  readonly drive: Pick<CameraDrive, "chase" | "stop">;
  readonly mySlot: () => number | undefined;
  /** Tells the followed member, who shows what they see only while somebody follows. */
  readonly tell: (slot: number | undefined) => void;
}

/** Lets this person's view follow that of the person in `editor.following`. */
export class Follow {
  readonly ended = new Listeners<FollowEnd>();
  readonly #options: FollowOptions;
  readonly #ends = new Disposables();
  #followed: Person | undefined;
  #slot: number | undefined;

  constructor(options: FollowOptions) {
    const { editor, people, activities, presence } = options;
    this.#options = options;
    const stopWhenBusy = () => {
      if (editor.isInGesture || editor.typingIn.get()) this.stop();
    };
    this.#ends.add(editor.following.subscribe(() => this.#followChoice()));
    this.#ends.add(people.subscribe(() => this.#followRoster()));
    this.#ends.add(activities.subscribe(() => this.#breakCircle()));
    this.#ends.add(
      presence.onView((slot) => {
        if (slot === this.#slot) this.#look();
      }),
    );
    this.#ends.add(editor.toolState.subscribe(stopWhenBusy));
    this.#ends.add(editor.typingIn.subscribe(stopWhenBusy));
    this.#followChoice();
  }

  /** Follows a person. Says so instead when they themselves follow this person, over however many others. */
  start(user: UserId): void {
    const person = this.#find(user);
    if (!person || person.isMe) return;
    const slot = this.#slotOf(person);
    if (slot !== undefined && this.#leadsToMe(slot))
      return this.ended.emit({ reason: "circle", name: person.name });
    this.#options.editor.following.set(user);
  }

  /** Follows nobody any more. */
  stop(): void {
    this.#options.editor.following.set(undefined);
  }

  dispose(): void {
    this.stop();
    this.#ends.dispose();
  }

  #followChoice(): void {
    const { editor, drive } = this.#options;
    const user = editor.following.get();
    this.#followed = user && this.#find(user);
    if (!user) drive.stop();
    if (user && !this.#followed) return this.stop();
    this.#use(this.#followed && this.#slotOf(this.#followed));
  }

  #followRoster(): void {
    const before = this.#followed;
    if (!before) return;
    const now = this.#find(before.user);
    if (!now) {
      this.stop();
      return this.ended.emit({ reason: "left", name: before.name });
    }
    this.#followed = now;
    const isThere = this.#slot !== undefined && now.slots.includes(this.#slot);
    if (!isThere) this.#use(this.#slotOf(now));
  }

  /** Two who began to follow each other at the same time would drag each other away: the last who came gives up. */
  #breakCircle(): void {
    const mySlot = this.#options.mySlot();
    const { activities } = this.#options;
    if (this.#slot === undefined || mySlot === undefined) return;
    const circle = activities.chainFrom(this.#slot);
    if (!circle.includes(mySlot) || Math.max(...circle) !== mySlot) return;
    const { name } = this.#followed!;
    this.stop();
    this.ended.emit({ reason: "circle", name });
  }

  #use(slot: number | undefined): void {
    if (slot === this.#slot) return;
    this.#slot = slot;
    this.#options.tell(slot);
    this.#look();
  }

  #look(): void {
    const { presence, drive } = this.#options;
    const box = this.#slot !== undefined && presence.viewOf(this.#slot);
    if (box) drive.chase(box);
  }

  #find(user: UserId): Person | undefined {
    return this.#options.people.get().here.find((one) => one.user === user);
  }

  /** Of a person's tabs, the one that they last did something in. */
  #slotOf({ slots }: Person): number | undefined {
    const known = [...this.#options.activities.all()].filter(({ slot }) =>
      slots.includes(slot),
    );
    const last = known.filter(({ idle }) => !idle).at(-1) ?? known.at(-1);
    return last?.slot ?? slots.at(-1);
  }

  #leadsToMe(slot: number): boolean {
    const mySlot = this.#options.mySlot();
    const chain = this.#options.activities.chainFrom(slot);
    return mySlot !== undefined && chain.includes(mySlot);
  }
}
