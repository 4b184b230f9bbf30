import { useSyncExternalStore } from "react";
import { createStore, type Store } from "@/core/base/store";
import { isCount, isObject } from "@/core/base/guards";
import { asBoardId, type BoardId } from "@/core/base/ids";
import type { Notification } from "@/core/protocol/control-message";
import { areNotifications } from "@/core/protocol/server-control";
import { withBasePath } from "../base-path";
import type { RecentBoard } from "./recent-boards";
import { recentBoards } from "./recent-boards-store";

/** What the server tells the home page as it happens. */
export interface HomeEvents {
  /** How many people are on each board that was opened in this browser, as far as the server has told. */
  readonly counts: ReadonlyMap<BoardId, number>;
  /** The messages that wait for this person, the newest first. */
  readonly waiting: readonly Notification[];
}

const NOTHING: HomeEvents = { counts: new Map(), waiting: [] };

const isRoomCount = isObject<{ room: string; people: number }>({
  room: (value): value is string => typeof value === "string",
  people: isCount,
});

/** The newest of what the server tells; nothing while the server's page is taken over. */
export const useHomeEvents = (): HomeEvents =>
  useSyncExternalStore(homeEvents.subscribe, homeEvents.get, () => NOTHING);

const events = createStore(NOTHING);
/** Of those who want to know: while there are any, the server is listened to. */
let listeners = 0;
let stop = () => {};

/** Listens to the server while somebody wants to know and the page is looked at: browsers allow few open requests to one server. */
const homeEvents: Store<HomeEvents> = {
  get: () => events.get(),
  subscribe(listener) {
    const unsubscribe = events.subscribe(listener);
    listeners += 1;
    if (listeners === 1) stop = listen();
    return () => {
      unsubscribe();
      listeners -= 1;
      if (listeners === 0) stop();
    };
  },
};

function listen(): () => void {
  let source: EventSource | undefined;
  let rooms = "";
  const follow = () => {
    const wanted = roomsOf(recentBoards.get());
    if (document.hidden || (source && wanted !== rooms)) {
      source?.close();
      source = undefined;
    }
    if (document.hidden || source) return;
    rooms = wanted;
    source = open(wanted);
  };
  follow();
  const unsubscribe = recentBoards.subscribe(follow);
  document.addEventListener("visibilitychange", follow);
  return () => {
    unsubscribe();
    document.removeEventListener("visibilitychange", follow);
    source?.close();
  };
}

function open(rooms: string): EventSource {
  const source = new EventSource(withBasePath(`/api/me/events?rooms=${rooms}`));
  source.addEventListener("counts", ({ data }: MessageEvent<string>) => {
    const count: unknown = JSON.parse(data);
    if (!isRoomCount(count)) return;
    events.update(({ counts, ...rest }) => ({
      ...rest,
      counts: new Map(counts).set(asBoardId(count.room), count.people),
    }));
  });
  source.addEventListener("notifications", ({ data }: MessageEvent<string>) => {
    const waiting: unknown = JSON.parse(data);
    if (areNotifications(waiting))
      events.update((known) => ({ ...known, waiting }));
  });
  return source;
}

const roomsOf = (boards: readonly RecentBoard[]): string =>
  boards
    .map(({ room }) => room)
    .sort()
    .join(",");
