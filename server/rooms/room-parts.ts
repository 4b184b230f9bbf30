import type { RoomAccess } from "../access/room-access";
import type { IntervalGate } from "../limits/interval-gate";
import type { Tally } from "../metrics/tally";
import type { Notifier } from "../notifications/notifier";
import type { Barriers } from "./barriers";
import type { ChatRoom } from "./chat-room";
import type { DigestTeller } from "./digest-teller";
import type { DocumentLane } from "./document-lane";
import type { DocumentLog } from "./document-log";
import type { FirstSync } from "./first-sync";
import type { ClientIds } from "./guard/client-ids";
import type { LiveGestures } from "./live-gestures";
import type { MemberPresence } from "./member-presence";
import type { PeopleCount } from "./people-count";
import type { RoomDocument } from "./room-document";
import type { RoomOutbox } from "./room-outbox";
import type { RoomRecordKeeper } from "./room-record-keeper";
import type { Roster } from "./roster";
import type { StockAwareness } from "./stock-awareness";

/** What an open room consists of. The parts that need each other were given to each other; a session uses them all. */
export interface RoomParts {
  readonly record: RoomRecordKeeper;
  readonly access: RoomAccess;
  readonly document: RoomDocument;
  readonly log: DocumentLog;
  readonly clientIds: ClientIds;
  readonly lane: DocumentLane;
  readonly digests: DigestTeller;
  readonly firstSync: FirstSync;
  readonly barriers: Barriers;
  readonly outbox: RoomOutbox;
  readonly roster: Roster;
  readonly people: PeopleCount;
  readonly presence: MemberPresence;
  readonly summons: IntervalGate;
  /** How often one may write while the chat is slow. */
  readonly slowChat: IntervalGate;
  readonly gestures: LiveGestures;
  readonly awareness: StockAwareness;
  readonly chat: ChatRoom;
  /** Of the whole server. */
  readonly notifier: Notifier;
  /** Of the whole server. */
  readonly tally: Tally;
}
