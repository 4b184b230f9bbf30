import { expect, test } from "vitest";
import * as Y from "yjs";
import { systemClock } from "@/core/base/clock";
import { asUserId } from "@/core/base/ids";
import {
  randomInteger,
  randomItem,
  seededRandom,
  type Random,
} from "@/core/base/random";
import { ClientIdKeeper } from "@/server/rooms/guard/client-id-keeper";
import { ClientIds } from "@/server/rooms/guard/client-ids";
import { UpdateGuard } from "@/server/rooms/guard/update-guard";
import { RoomDocument } from "@/server/rooms/room-document";
import { cutHere } from "@/server/rooms/slices/update-cutter";
import {
  addInk,
  addNote,
  addSeveral,
  eraseText,
  moveShape,
  redo,
  removeShape,
  restyleShape,
  typeText,
  undo,
} from "../../../../support/board-actions";
import { BoardPerson, catchUp } from "../../../../support/board-person";
import { boardSeeds } from "../../../../support/board-seeds";
import type { Action } from "../../../../support/test-network";

const STEPS = 120;
const ACTIONS: readonly Action[] = [
  addNote,
  addInk,
  addSeveral,
  moveShape,
  restyleShape,
  removeShape,
  typeText,
  typeText,
  eraseText,
  undo,
  redo,
];

function guarded() {
  const document = new RoomDocument([], {
    cutter: cutHere,
    clock: systemClock,
  });
  const ids = new ClientIds({
    stored: [],
    reserved: () => document.serverId,
    doubt() {},
  });
  const keeper = new ClientIdKeeper({ ids, store: async () => {} });
  const guard = new UpdateGuard({
    ids,
    keeper,
    read: (question) => document.read(question),
  });
  return { document, ids, guard };
}

/** One of a room's people, who sends what they do, late or soon. */
class Member {
  readonly person: BoardPerson;
  readonly speaker: { user: BoardPerson["user"] };
  readonly unsent: Uint8Array[] = [];

  constructor(name: string, random: Random) {
    this.person = new BoardPerson(name, random);
    this.speaker = { user: this.person.user };
    this.person.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "network") this.unsent.push(update);
    });
  }
}

test.each(boardSeeds())(
  "whatever honest people do is taken as it is, seed %i",
  (seed) => {
    const random = seededRandom(seed);
    const { document, ids, guard } = guarded();
    const members = ["ada", "ben", "cleo"].map(
      (name, i) => new Member(name, seededRandom(seed * 31 + i)),
    );
    for (const { person, speaker } of members)
      ids.claim(speaker, person.doc.clientID);
    const take = (update: Uint8Array, { speaker }: Member, isLive: boolean) => {
      const checked = guard.check(update, { speaker, isLive });
      expect(checked.bytes).toBe(update);
      const { change: drawn } = document.apply(checked.structs);
      expect(guard.forgedIn(drawn?.signed ?? [])).toEqual([]);
      expect(document.findForbidden(checked).next().value).toBe(false);
      expect(document.deletesPlainly(checked)).toBe(true);
      document.apply(checked.deletion);
      expect(document.reaches(checked.ends)).toBe(true);
      guard.taken(checked);
    };
    const send = (member: Member) => {
      for (const update of member.unsent.splice(0)) take(update, member, true);
    };
    const answer = (member: Member) => {
      member.unsent.length = 0;
      const { doc } = member.person;
      take(Y.encodeStateAsUpdate(doc, document.stateVector), member, false);
    };
    const hear = ({ person }: Member) =>
      document.read((doc) => catchUp(doc, person.doc));

    for (let step = 0; step < STEPS; step++) {
      const member = randomItem(random, members);
      randomItem(random, ACTIONS)(member.person, member.person.random);
      const dice = random.next();
      if (dice < 0.4) send(member);
      else if (dice < 0.5) answer(member);
      if (random.next() < 0.4) hear(randomItem(random, members));
    }

    for (const member of members) send(member);
    for (const member of members) {
      hear(member);
      expect(member.person.doc.getMap("shapes").toJSON()).toEqual(
        document.read((doc) => doc.getMap("shapes").toJSON()),
      );
    }
  },
);

test.each(boardSeeds())(
  "whoever speaks under the ids of others changes nothing of what they draw, seed %i",
  (seed) => {
    const random = seededRandom(seed);
    const { document, ids, guard } = guarded();
    const ada = new Member("ada", random);
    const mallory = { user: asUserId("mallory") };
    const { doc } = ada.person;
    ids.claim(ada.speaker, doc.clientID);
    ids.settle(ada.speaker);
    const take = (update: Uint8Array, speaker: { user: typeof mallory.user }) =>
      document.apply(guard.check(update, { speaker, isLive: true }).bytes);

    for (let step = 0; step < STEPS / 2; step++) {
      const forged = new Y.Doc();
      document.read((truth) => catchUp(truth, forged));
      forged.clientID = doc.clientID;
      const known = Y.encodeStateVector(forged);
      const words = forged.getText("words");
      words.insert(0, "x".repeat(1 + randomInteger(random, 50)));
      if (random.next() < 0.5) words.delete(0, words.length);
      take(Y.encodeStateAsUpdate(forged, known), mallory);
      randomItem(random, ACTIONS)(ada.person, random);
      for (const update of ada.unsent.splice(0)) take(update, ada.speaker);
    }

    expect(document.read((truth) => truth.getText("words").length)).toBe(0);
    expect(document.stateVector).toEqual(Y.encodeStateVector(doc));
    document.read((truth) =>
      expect(truth.getMap("shapes").toJSON()).toEqual(
        doc.getMap("shapes").toJSON(),
      ),
    );
  },
);
