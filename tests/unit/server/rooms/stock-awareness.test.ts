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
import { Peer } from "@/server/rooms/peer";
import { StockAwareness } from "@/server/rooms/stock-awareness";
import { FakeClock } from "../../../support/fake-clock";
import { MAY_DRAW } from "../../../support/standings";
import { FakeMember } from "../../../support/server-fake-member";

function peer() {
  const member = new FakeMember();
  return {
    member,
    peer: new Peer({
      user: asUserId("guest"),
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

function watched() {
  const told: AwarenessEntry[] = [];
  const awareness = new StockAwareness((one) => told.push(one));
  return { told, awareness };
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
    const ben = peer();
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

describe("readAwareness", () => {
  test.each([
    [
      "a state above 4 KiB",
      encodeAwareness([entry(1, 1, `"${"x".repeat(5000)}"`)]),
    ],
    ["a state that is not JSON", encodeAwareness([entry(1, 1, "{")])],
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
