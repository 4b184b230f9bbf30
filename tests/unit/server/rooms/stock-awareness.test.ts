import * as decoding from "lib0/decoding";
import { describe, expect, test } from "vitest";
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
} from "y-protocols/awareness";
import * as Y from "yjs";
import { asUserId } from "@/core/base/ids";
import {
  type AwarenessEntry,
  encodeAwareness,
  readAwareness,
} from "@/server/rooms/awareness-codec";
import { Tally } from "@/server/metrics/tally";
import { ClientIds } from "@/server/rooms/guard/client-ids";
import { Peer } from "@/server/rooms/peer";
import { StockAwareness } from "@/server/rooms/stock-awareness";
import { FakeClock } from "../../../support/fake-clock";
import { MAY_DRAW } from "../../../support/standings";
import { FakeMember } from "../../../support/server-fake-member";

function peer(user = "guest") {
  const member = new FakeMember();
  return {
    member,
    peer: new Peer({
      user: asUserId(user),
      address: "192.0.2.1",
      isStock: true,
      standing: MAY_DRAW,
      socket: member,
      clock: new FakeClock(),
      tally: new Tally(),
    }),
  };
}

const entry = (clientId: number, clock: number, state = '{"n":1}') => ({
  clientId,
  clock,
  state,
});

const SERVER = 99;

function watched() {
  const told: AwarenessEntry[] = [];
  const ids = new ClientIds({ stored: [], reserved: () => SERVER, doubt() {} });
  const awareness = new StockAwareness(ids, (one) => told.push(one));
  return { told, ids, awareness };
}

describe("StockAwareness", () => {
  test("passes on what a client shows of itself", () => {
    const { told, awareness } = watched();
    const ada = peer();

    awareness.receive(ada.peer, [entry(1, 1), entry(1, 2)]);

    expect(told).toEqual([entry(1, 1), entry(1, 2)]);
  });

  test("ignores what somebody says under another's id", () => {
    const { told, awareness } = watched();
    const ada = peer();
    const ben = peer("ben");
    awareness.receive(ada.peer, [entry(1, 1)]);

    awareness.receive(ben.peer, [entry(1, 2, "null"), entry(1, 3)]);

    expect(told).toEqual([entry(1, 1)]);
    expect(ben.member.closed).toBeUndefined();
  });

  test("takes away what a client has shown when it leaves, for good", () => {
    const { told, awareness } = watched();
    const ada = peer();
    const ben = peer();
    awareness.receive(ada.peer, [entry(1, 5)]);

    awareness.leave(ada.peer);
    // The others send on what they are told, late and with the clocks that they know.
    awareness.receive(ben.peer, [entry(1, 5), entry(1, 6, "null")]);

    expect(told).toEqual([entry(1, 5), entry(1, 6, "null")]);
    expect(decodedAll(awareness)).toEqual([]);
  });

  test("lets a client that comes back with its old clock show itself again at once", () => {
    const { told, awareness } = watched();
    const ada = peer();
    const real = new Awareness(new Y.Doc());
    real.setLocalState({ name: "Ada" });
    const say = (who: Peer) =>
      awareness.receive(
        who,
        entriesOf(encodeAwarenessUpdate(real, [real.clientID])),
      );
    say(ada.peer);
    awareness.leave(ada.peer);
    const again = peer();

    say(again.peer);
    applyAwarenessUpdate(real, contentOf(again.member.messages[0]!), "server");
    say(again.peer);

    expect(told.at(-1)?.state).toBe('{"name":"Ada"}');
    expect(decodedAll(awareness)).toHaveLength(1);
    real.destroy();
  });

  test("lets one connection speak for eight clients at most", () => {
    const { told, awareness } = watched();
    const ada = peer();

    for (let id = 1; id <= 20; id++)
      awareness.receive(ada.peer, [entry(id, 1)]);

    expect(told).toHaveLength(8);
  });
});

test.each(["{", '{"a":{"__proto__":1}}', "[".repeat(4_000)])(
  "a state that others cannot be given is refused: %.30s",
  (state) => {
    const { told, awareness } = watched();

    expect(() => awareness.receive(peer().peer, [entry(1, 1, state)])).toThrow(
      expect.objectContaining({ code: "BAD_AWARENESS" }),
    );

    expect(told).toEqual([]);
  },
);

describe("readAwareness", () => {
  test.each([
    [
      "a state above 4 KiB",
      encodeAwareness([entry(1, 1, `"${"x".repeat(5000)}"`)]),
    ],
    [
      "a clock that nobody can have counted",
      encodeAwareness([entry(1, 2 ** 53 - 1)]),
    ],
    [
      "100,000 states, whether they are there or not",
      new Uint8Array([1, 3, 0xa0, 0x8d, 0x06]),
    ],
    ["half a message", encodeAwareness([entry(1, 1)]).subarray(0, 6)],
  ])("refuses %s", (_, message) => {
    expect(() => read(message)).toThrow(
      expect.objectContaining({ code: "BAD_AWARENESS" }),
    );
  });
});

function read(message: Uint8Array) {
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  return readAwareness(decoder);
}

/** The update in an awareness message. */
function contentOf(message: Uint8Array) {
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}

function entriesOf(update: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(update);
  const count = decoding.readVarUint(decoder);
  return Array.from({ length: count }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: decoding.readVarString(decoder),
  }));
}

const decodedAll = (awareness: StockAwareness) => read(awareness.encodeAll());
