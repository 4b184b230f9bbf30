import type { Clock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import { asShapeId, type UserId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import { createStore, type Store, type WritableStore } from "@/core/base/store";
import type { Box } from "@/core/geometry/box";
import type { BoardPoint } from "@/core/geometry/point";
import { PRESENCE_INTERVAL_MS } from "@/core/protocol/limits";
import type { Reaction } from "@/core/protocol/reactions";
import type { Editor } from "../editor/editor";
import { drawnOf } from "../editor/selection/members";
import type { FrameLoop } from "../renderer/frame-loop";
import type { PlacedLayer } from "../renderer/mount-renderer";
import type { ActivityMessage } from "../sync/activity-inbox";
import type { Person } from "../sync/people";
import type { RoomLink } from "../sync/room-link";
import { Announcements } from "./announcements";
import { CameraDrive } from "./camera-drive";
import { areSameCompanions, companionsOf, type Companion } from "./companions";
import { FlyingReactions } from "./flying-reactions";
import { Follow } from "./follow";
import { MemberActivities } from "./member-activities";
import { OwnActivity, type WatchedPage } from "./own-activity";
import { PacedSender } from "./paced-sender";
import { createSelectedLayer, type RemoteSelection } from "./selected-layer";
import { createSpeechLayer } from "./speech-layer";
import { AllSpokenWords } from "./spoken-words";
import { ViewSharing } from "./view-sharing";

/** How often the list of people takes in what they do; milliseconds. */
const LIST_INTERVAL_MS = 200;

/** A cursor that has not moved for longer tells nothing; milliseconds. */
const ACTIVE_MS = 60_000;

export interface CollaborationOptions {
  readonly editor: Editor;
  readonly link: RoomLink;
  readonly frames: FrameLoop;
  readonly clock: Clock;
  readonly page: WatchedPage;
  readonly lateLayers: WritableStore<readonly PlacedLayer[]>;
  readonly hasReducedMotion: () => boolean;
}

/** Where somebody points. */
export interface ActiveCursor {
  readonly user: UserId;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
  readonly at: BoardPoint;
}

/** Somebody asks this person to come. */
export interface Summon {
  readonly person: Person;
  readonly box: Box;
}

/** What people on one board do with each other, besides drawing and chatting. Its code is loaded when there is somebody else. */
export class Collaboration {
  readonly activities: MemberActivities;
  readonly follow: Follow;
  readonly announcements: Announcements;
  /** This person's summon is on its way. */
  readonly summonSent = new Listeners<void>();
  /** It was refused: the last one is not long ago. */
  readonly summonRefused = new Listeners<void>();
  readonly summoned = new Listeners<Summon>();
  /** Whether the field for what this person says at their cursor is open. */
  readonly isSaying = createStore(false);
  readonly #options: CollaborationOptions;
  readonly #companions = createStore<readonly Companion[]>([]);
  readonly #words: AllSpokenWords;
  readonly #reactions: FlyingReactions;
  readonly #drive: CameraDrive;
  readonly #say: PacedSender<string>;
  readonly #ends = new Disposables();

  constructor(options: CollaborationOptions) {
    const { editor, link, clock, page } = options;
    this.#options = options;
    const mySlot = () => link.slot;
    this.activities = new MemberActivities(link.roster);
    this.#words = new AllSpokenWords(clock);
    this.#reactions = new FlyingReactions(clock);
    this.announcements = new Announcements(clock);
    this.#drive = new CameraDrive({
      ...options,
      camera: editor.camera,
      onTakenOver: () => this.follow.stop(),
    });
    const own = new OwnActivity({
      editor,
      clock,
      page,
      send: (message) => link.tell(message),
    });
    this.follow = new Follow({
      editor,
      people: link.roster.people,
      activities: this.activities,
      presence: link.presence,
      drive: this.#drive,
      mySlot,
      tell: (slot) => own.setFollowing(slot),
    });
    const sharing = new ViewSharing({
      activities: this.activities,
      camera: editor.camera,
      lane: link.lane,
      clock,
      mySlot,
    });
    this.#say = new PacedSender({
      clock,
      interval: PRESENCE_INTERVAL_MS,
      send: (text) => link.tell({ kind: "say", text }),
    });
    const parts = [
      this.activities,
      this.#words,
      this.announcements,
      this.#drive,
      own,
      this.follow,
      sharing,
      this.#say,
    ];
    for (const part of parts) this.#ends.add(() => part.dispose());
    this.#ends.add(link.refused.add(() => this.summonRefused.emit()));
    this.#ends.add(link.welcomed.add(() => own.connected()));
    this.#ends.add(
      link.roster.onLeave((slot) => {
        this.#words.forget(slot);
      }),
    );
    this.#keepCompanions();
    this.#addLayers();
    this.#ends.add(link.activity.open((message) => this.#receive(message)));
  }

  /** Everybody, in the order of the list. */
  get companions(): Store<readonly Companion[]> {
    return this.#companions;
  }

  /** Goes to where a person points. Says false when that is not known. */
  goTo(user: UserId): boolean {
    const at = this.#cursorOf(user);
    if (!at) return false;
    this.follow.stop();
    this.#drive.flyToPoint(at);
    return true;
  }

  /** Where each of the others points who is there and has moved lately: of several tabs, the last one. */
  activeCursors(): ActiveCursor[] {
    const { link, clock } = this.#options;
    const byUser = new Map<UserId, ActiveCursor>();
    const cursors = [...link.presence.cursors()]
      .filter(({ movedAt }) => clock.now() - movedAt < ACTIVE_MS)
      .filter(({ slot }) => this.activities.get(slot)?.idle !== true)
      .sort((a, b) => a.movedAt - b.movedAt);
    for (const { slot, at } of cursors) {
      const person = this.#personIn(slot);
      if (!person || person.isMe) continue;
      const { user, name, colour } = person;
      byUser.set(user, { user, name, colour, at });
    }
    return [...byUser.values()];
  }

  /** Goes to a part of the board that somebody has shown. */
  goToBox(box: Box): void {
    this.follow.stop();
    this.#drive.flyToBox(box);
  }

  /** Asks the others to come and see what this person sees. */
  summon(): void {
    const { link, editor } = this.#options;
    const box = editor.camera.visibleBox();
    if (link.tell({ kind: "summon", box })) this.summonSent.emit();
  }

  /** Throws up a reaction from where this person points, for everybody to see. */
  react(emoji: Reaction): void {
    const at = this.#showMyPlace();
    this.#reactions.throwUp(emoji, at);
    this.#options.link.tell({ kind: "reaction", emoji, at });
  }

  /** Shows the others what this person says at their cursor. Empty takes it back. */
  say(text: string): void {
    this.#showMyPlace();
    this.#say.push(text);
  }

  dispose(): void {
    this.#ends.dispose();
  }

  /** Where this person points, which the others are told: whoever has no pointer has the middle of the window. */
  #showMyPlace(): BoardPoint {
    const { editor } = this.#options;
    const { camera, pointer } = editor;
    const at = camera.toBoard(pointer.get() ?? camera.centre);
    editor.lane.moveCursor(at);
    return at;
  }

  #receive(message: ActivityMessage): void {
    const { link } = this.#options;
    if (message.kind === "presence") return this.activities.receive(message);
    // One's own comes back, too.
    if (message.slot === link.slot) return;
    const person = this.#personIn(message.slot);
    if (!person) return;
    switch (message.kind) {
      case "say":
        return this.#words.receive(message.slot, message.text);
      case "reaction":
        return this.#reactions.throwUp(message.emoji, message.at);
      case "summon":
        if (!person.isMe) this.summoned.emit({ person, box: message.box });
    }
  }

  #personIn(slot: number): Person | undefined {
    const { here } = this.#options.link.roster.people.get();
    return here.find(({ slots }) => slots.includes(slot));
  }

  /** Of a person's tabs, the one that was pointed in last. */
  #cursorOf(user: UserId): BoardPoint | undefined {
    const { link } = this.#options;
    const { here } = link.roster.people.get();
    const slots = here.find((person) => person.user === user)?.slots ?? [];
    return [...link.presence.cursors()]
      .filter(({ slot }) => slots.includes(slot))
      .sort((a, b) => b.movedAt - a.movedAt)[0]?.at;
  }

  /** Keeps the list, at most a few times a second: selections change more often than anything that it shows. */
  #keepCompanions(): void {
    const { link, clock } = this.#options;
    const update = () => {
      const now = companionsOf({
        people: link.roster.people.get().here,
        activityOf: (slot) => this.activities.get(slot),
        mySlot: link.slot,
      });
      if (areSameCompanions(now, this.#companions.get())) return;
      this.#companions.set(now);
      this.announcements.follow(now);
    };
    const paced = new PacedSender<void>({
      clock,
      interval: LIST_INTERVAL_MS,
      send: update,
    });
    this.#ends.add(() => paced.dispose());
    this.#ends.add(link.roster.people.subscribe(() => paced.push()));
    this.#ends.add(this.activities.subscribe(() => paced.push()));
    update();
  }

  #addLayers(): void {
    const { editor, link, clock, lateLayers } = this.#options;
    const { presence } = link;
    const selected = createSelectedLayer({
      scene: editor,
      presence,
      selections: () => this.#selections(),
      drawnOf: (ids) =>
        drawnOf(
          editor.board,
          editor.shapes,
          ids.map((id) => asShapeId(id)),
        ),
      subscribe: (listener) => this.activities.subscribe(listener),
    });
    const speech = createSpeechLayer({
      scene: editor,
      presence,
      words: this.#words,
      reactions: this.#reactions,
      clock,
    });
    lateLayers.update((layers) => [
      ...layers,
      { name: "selected", layer: selected },
      { name: "speech", layer: speech },
    ]);
  }

  #selections(): RemoteSelection[] {
    const { link } = this.#options;
    return [...this.activities.all()].flatMap(({ slot, selection }) => {
      const member = link.roster.member(slot);
      if (slot === link.slot || !member || selection.length === 0) return [];
      return { name: member.name, colour: member.colour, ids: selection };
    });
  }
}
