import { systemClock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import type { BoardId, UserId } from "@/core/base/ids";
import { randomId, systemRandom } from "@/core/base/random";
import { createStore, type Store } from "@/core/base/store";
import { Board } from "@/core/board/board";
import { boardPoint } from "@/core/geometry/point";
import {
  browserStorage,
  nextBrowserTurn,
  probeOnChange,
  syncUrlOf,
} from "./browser";
import { Access } from "./access/access";
import { AccessApi } from "./access/access-api";
import type { Collaboration } from "./collaboration/collaboration";
import { LateChat } from "./chat/late-chat";
import { keepCalm } from "./keep-calm";
import { openLocally, type LocalBoard } from "./local-board";
import { Looks } from "./looks/looks";
import { ProfileStore, type Profile } from "./profile";
import { offerCollaboration } from "./collaboration/offer-collaboration";
import { openBrowserSocket } from "./sync/browser-socket";
import type { ConnectionStatus } from "./sync/connection-status";
import type { CopyState } from "./sync/copy-state";
import { createDocument } from "./sync/document";
import { LocalCopy } from "./sync/local-copy";
import type { People } from "./sync/people";
import { RoomEpoch } from "./sync/room-epoch";
import { RoomLink } from "./sync/room-link";
import type { SaveState } from "./sync/save-state";
import { WaitingLedger } from "./sync/waiting-ledger";

/** A board that is shared with others. */
export interface BoardClient extends LocalBoard {
  /** Who this person is to the server. */
  readonly user: Store<UserId>;
  readonly connection: Store<ConnectionStatus>;
  readonly saveState: Store<SaveState>;
  /** Whether this browser keeps the board beyond the page. */
  readonly copy: Store<CopyState>;
  readonly people: Store<People>;
  /** What people do with each other besides drawing. There once somebody else is, or it was asked for. */
  readonly collaboration: Store<Collaboration | undefined>;
  /** Whether somebody else has a stroke under way. */
  readonly areOthersDrawing: Store<boolean>;
  /** What this person may do here, and what its owner decides. */
  readonly access: Pick<Access, "mine" | "overview" | "manage">;
  readonly accessApi: AccessApi;
  readonly chat: Pick<LateChat, "whole" | "unread" | "waiting" | "load">;
  /** The places that people point out. */
  readonly looks: Pick<Looks, "all" | "dismiss">;
  readonly profile: {
    readonly state: Store<Profile>;
    /** Says false, and changes nothing, when the name is empty. */
    rename(name: string): boolean;
  };
  /** Tries to connect now, also after a refusal. */
  reconnect(): void;
  /** Lets the next page that opens this room begin without this browser's copy. */
  leaveCopy(): void;
  /** Removes this browser's copy, and with it what the server does not have. The page is to be loaded anew after it. */
  discardCopy(): Promise<void>;
}

export interface BoardClientOptions {
  readonly room: BoardId;
  /** The visitor, as the server knows them. */
  readonly user: UserId;
  /** The path that the site lives under; empty at the root. */
  readonly basePath: string;
  /** Whether the page offers `window.__board`. */
  readonly bench: boolean;
}

/** Opens a room: makes its board, connects to the server, and begins to sync. */
export function createBoardClient(options: BoardClientOptions): BoardClient {
  const { room, user, basePath, bench } = options;
  const ends = new Disposables();
  const board = new Board(createDocument(), {
    user,
    clock: systemClock,
    random: systemRandom,
    onProblem: ({ id, reason }) =>
      console.warn(`Shape ${id} cannot be shown: ${reason}`),
  });
  ends.add(() => board.dispose());
  const storage = browserStorage();
  const profile = new ProfileStore(storage, systemRandom);
  const kept = { room, basePath, storage };
  const epoch = new RoomEpoch({ ...kept, random: systemRandom });
  const ledger = new WaitingLedger({ ...kept, tab: randomId(systemRandom) });
  const chat: LateChat = new LateChat({
    ...kept,
    me: { get: () => link.me.get(), subscribe: (on) => link.me.subscribe(on) },
    here: () => link.roster.people.get().here.map((person) => person.user),
    clock: systemClock,
    random: systemRandom,
    send: (message) => link.tell(message),
  });
  ends.add(() => chat.dispose());
  const link: RoomLink = new RoomLink({
    room,
    user,
    doc: board.doc,
    syncUrl: syncUrlOf(location, basePath),
    name: profile.state.get().name,
    epoch,
    ledger,
    openSocket: openBrowserSocket,
    clock: systemClock,
    random: systemRandom,
    nextTurn: nextBrowserTurn,
    shapeOf: (id) => board.get(id),
    textIndexOf: (id, place) => board.textIndex(id, place),
    talk: {
      connected: () => chat.connected(),
      cut() {
        chat.cut();
        access.cut();
      },
      receive(message) {
        access.receive(message);
        if (message.kind === "look")
          looks.receive(message.slot, boardPoint(message.at.x, message.at.y));
        else chat.receive(message);
      },
    },
  });
  ends.add(() => link.dispose());
  const access: Access = new Access((message) => link.tell(message));
  const looks = new Looks({
    clock: systemClock,
    me: link.me,
    member: (slot) => link.roster.member(slot),
  });
  ends.add(() => looks.dispose());
  ends.add(board.observe(({ added }) => link.presence.committed(added)));
  ends.add(probeOnChange(() => link.connection.probe()));
  const areOthersDrawing = createStore(false);
  ends.add(
    link.presence.subscribe(() => {
      const [shape] = link.presence.previews();
      areOthersDrawing.set(shape !== undefined);
    }),
  );
  const local = openLocally({
    board,
    lane: link.lane,
    presence: link.presence,
    bench,
  });
  ends.add(() => local.dispose());
  local.editor.pointOut = ({ x, y }) =>
    link.tell({ kind: "look", at: { x, y } });
  access.mine.subscribe(() => {
    const { mayDraw, mayChat, role } = access.mine.get();
    local.editor.maySay.set(mayChat);
    local.editor.maySignal.set(role !== "viewer");
    if (mayDraw === board.mayChange.get()) return;
    board.mayChange.set(mayDraw);
    if (mayDraw) link.saves.allowed();
    else local.editor.letGo();
  });
  const { collaboration, dispose } = offerCollaboration({ ...local, link });
  ends.add(dispose);
  ends.add(keepCalm(local.editor.isCalm, storage));
  const copy = new LocalCopy({
    doc: board.doc,
    room,
    epoch,
    ledger,
    clock: systemClock,
    loadStore: () => import("./sync/indexed-document"),
    onLoaded(waiting, isLate) {
      link.saves.inherit(waiting);
      // Told anew of all that is here, the server is not told that it was made just now.
      if (isLate) link.connection.connect();
    },
  });
  ends.add(() => copy.dispose());
  let isDisposed = false;
  ends.add(() => (isDisposed = true));
  void copy.load().then(() => {
    if (!isDisposed) link.connection.connect();
  });

  return {
    editor: local.editor,
    attach: (host, labels) => local.attach(host, labels),
    user: link.me,
    connection: link.connection.status,
    saveState: link.saves.state,
    copy: copy.state,
    people: link.roster.people,
    collaboration,
    areOthersDrawing,
    access,
    accessApi: new AccessApi({
      room,
      basePath,
      fetch: (path, request) => fetch(path, request),
    }),
    chat,
    looks,
    profile: {
      state: profile.state,
      rename(name) {
        const isTaken = profile.rename(name);
        if (isTaken) link.rename(profile.state.get().name);
        return isTaken;
      },
    },
    reconnect: () => link.connection.connect(),
    async discardCopy() {
      await copy.discard();
      ledger.forget();
    },
    leaveCopy() {
      copy.dispose();
      epoch.forget();
      ledger.forget();
    },
    dispose: () => ends.dispose(),
  };
}
