import type { BoardId } from "@/core/base/ids";
import { SLOW_CHAT_MS, SUMMON_INTERVAL_MS } from "@/core/protocol/limits";
import { RoomAccess } from "../access/room-access";
import { IntervalGate } from "../limits/interval-gate";
import type { ClientIdOwner, StoredBoard } from "../storage/board-storage";
import { Barriers } from "./barriers";
import { ChatRoom } from "./chat-room";
import { DigestTeller } from "./digest-teller";
import { DocumentLane } from "./document-lane";
import { DocumentLog } from "./document-log";
import { FirstSync } from "./first-sync";
import { ClientIdKeeper } from "./guard/client-id-keeper";
import { ClientIds } from "./guard/client-ids";
import { UpdateGuard } from "./guard/update-guard";
import { LiveGestures } from "./live-gestures";
import { MemberPresence } from "./member-presence";
import type { Peer } from "./peer";
import { PeopleCount } from "./people-count";
import type { RoomContext } from "./room-context";
import { RoomDocument } from "./room-document";
import { RoomOutbox } from "./room-outbox";
import type { RoomParts } from "./room-parts";
import { RoomRecordKeeper } from "./room-record-keeper";
import { Roster } from "./roster";
import { StockAwareness } from "./stock-awareness";

export interface RoomPlan {
  readonly id: BoardId;
  readonly context: RoomContext;
  /** The room as it is stored; undefined for one that nobody has written in. */
  readonly stored: StoredBoard | undefined;
  readonly clientIds: readonly ClientIdOwner[];
  /** Those whom the room is going to speak to. */
  readonly peers: ReadonlySet<Peer>;
  /** Called when somebody may do more than before, or less. */
  readonly onAccessChange: () => void;
  /** Finds out whether a connection is still there, and ends it if not. */
  readonly doubt: (peer: unknown) => void;
}

/** Makes the parts of a room and gives each the others that it needs. Throws when the stored document cannot be read. */
export function assembleRoom(plan: RoomPlan): RoomParts {
  const { id, context, stored, peers } = plan;
  const { clock, random, storage, notifier, counts, cutter, tally } = context;
  const document = readDocument(plan);
  const record = new RoomRecordKeeper({
    id,
    storage,
    clock,
    random,
    stored: stored?.room,
    onStored: plan.onAccessChange,
  });
  const access = new RoomAccess({
    id,
    entries: stored?.access ?? [],
    owner: () => record.owner,
    setOwner: (owner) => record.setOwner(owner),
    onChange: plan.onAccessChange,
    storage,
    clock,
    random,
    log: context.log,
  });
  const log = new DocumentLog({
    clock,
    lastSeq: stored?.lastSeq ?? 0,
    append: async (update) => {
      await record.ensureStored(update.user);
      await storage.append(id, update);
    },
  });
  const outbox = new RoomOutbox({
    clock,
    peers,
    missing: (stateVector) => document.missing(stateVector),
    tally,
  });
  const roster = new Roster({
    clock,
    random,
    isOwner: (user) => access.isOwner(user),
  });
  const people: PeopleCount = new PeopleCount(clock, (visit) => {
    outbox.control({ kind: "count", ...people.current });
    outbox.control({ kind: "visit", ...visit, at: clock.now() });
    counts.publish(id, people.current.people);
  });
  const digests = new DigestTeller({
    clock,
    tell: () => outbox.control({ kind: "digest", digest: document.digest }),
  });
  const clientIds = new ClientIds({
    stored: plan.clientIds.map(({ client, user }) => [client, user]),
    reserved: () => document.serverId,
    doubt: plan.doubt,
  });
  const keeper = new ClientIdKeeper({
    ids: clientIds,
    store: async (owners, user) => {
      await record.ensureStored(user);
      await storage.addClientIds(id, owners);
    },
  });
  log.onSaved(() => keeper.storeRest());
  const guard = new UpdateGuard({
    ids: clientIds,
    keeper,
    read: (question) => document.read(question),
  });
  watchTrouble(plan, log, outbox);
  return {
    record,
    access,
    document,
    log,
    outbox,
    people,
    digests,
    clientIds,
    lane: new DocumentLane({
      document,
      guard,
      log,
      outbox,
      digests,
      cutter,
    }),
    firstSync: new FirstSync(document),
    barriers: new Barriers(log),
    roster,
    presence: new MemberPresence(clock),
    summons: new IntervalGate(clock, SUMMON_INTERVAL_MS),
    slowChat: new IntervalGate(clock, SLOW_CHAT_MS),
    gestures: new LiveGestures(),
    awareness: new StockAwareness(clientIds, (entry) =>
      outbox.awareness(entry),
    ),
    chat: new ChatRoom({
      id,
      storage,
      clock,
      random,
      log: context.log,
      notifier,
      ensureStored: (user) => record.ensureStored(user),
      // From nowhere: they need not be here.
      mayRead: (user) =>
        access.standingOf({ user, address: "" }).refusal === undefined,
      broadcast: (message) => outbox.control(message),
    }),
    notifier,
    tally,
  };
}

/** Throws when a small document cannot be read; a large one tells that later. */
function readDocument({ id, context, stored }: RoomPlan): RoomDocument {
  const updates = stored?.updates.map(({ bytes }) => bytes) ?? [];
  const snapshot = stored?.snapshot ? [stored.snapshot.bytes] : [];
  const document = new RoomDocument([...snapshot, ...updates], context);
  const check = () => {
    // Served all the same: the members who have what is missing bring it when they sync.
    if (!document.isWhole)
      context.log.error({ room: id }, "a stored document misses changes");
  };
  if (document.isReady) check();
  else document.whenReady.then(check, () => {});
  return document;
}

function watchTrouble(
  { id, context }: RoomPlan,
  log: DocumentLog,
  outbox: RoomOutbox,
): void {
  log.onTrouble((trouble) => {
    if (trouble.isFailing)
      context.log.error(
        { err: trouble.cause, room: id },
        "changes cannot be stored",
      );
    else context.log.warn({ room: id }, "changes are stored again");
    const code = trouble.isFailing ? "NOT_SAVED" : "SAVED_AGAIN";
    outbox.control({ kind: "notice", code });
  });
}
