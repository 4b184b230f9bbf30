import * as encoding from "lib0/encoding";
import {
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from "y-protocols/awareness";
import * as Y from "yjs";
import { asShapeId } from "@/core/base/ids";
import { randomItem, seededRandom } from "@/core/base/random";
import { encodeControl } from "@/core/protocol/control-codec";
import type { ClientControl } from "@/core/protocol/control-message";
import { encodeLive } from "@/core/protocol/live-codec";
import { MessageType } from "@/core/protocol/message-type";
import { WORK } from "../board-actions";
import { BoardPerson } from "../board-person";
import { LinkedBoard } from "../linked-board";
import { randomEntry } from "../live-entries";

const STEPS = 150;
const LIVE_FRAMES = 150;

const at = { x: 10, y: 20 };

/** One of each kind, as our client sends them. */
export const CONTROLS: readonly ClientControl[] = [
  { kind: "hello", protocol: 1, name: "Eve", clientId: 7, colour: "#ff0000" },
  { kind: "barrier", n: 3 },
  {
    kind: "chat",
    nonce: "n",
    text: "@Ada look",
    mentions: [{ user: "ada", name: "Ada" }],
    shapes: [asShapeId("a")],
    replyTo: 1,
  },
  { kind: "chat-edit", seq: 1, text: "other" },
  { kind: "chat-delete", seq: 1 },
  { kind: "chat-typing" },
  { kind: "chat-history", before: 100 },
  { kind: "chat-search", n: 1, query: "look", before: 9 },
  {
    kind: "presence",
    selection: [asShapeId("a")],
    tool: "draw",
    hand: true,
    idle: false,
    following: 0,
  },
  { kind: "say", text: "Hello" },
  { kind: "reaction", emoji: "👍", at },
  { kind: "summon", box: { minX: 0, minY: 0, maxX: 9, maxY: 9 } },
  { kind: "notification-seen", room: "plans", seq: 1 },
  { kind: "look", at },
];

/** How many messages of people in the room are remembered. */
const RECENT = 300;

/** Messages that are really sent: those that were recorded before, and the last of those who are in the room. */
export class Traffic {
  readonly messages: Uint8Array[];
  readonly #recorded: number;
  #count = 0;

  constructor(recorded: readonly Uint8Array[]) {
    this.messages = [...recorded];
    this.#recorded = recorded.length;
  }

  add(message: Uint8Array): void {
    const place = this.#recorded + (this.#count++ % RECENT);
    this.messages[place] = message.slice();
  }
}

/** Messages that our clients and a stock client really send, for others to spoil. Those of the board come from people at work in a room of their own. */
export async function recordTraffic(
  syncUrl: string,
  seed: number,
): Promise<Uint8Array[]> {
  const random = seededRandom(seed);
  const messages: Uint8Array[] = [];
  const person = new BoardPerson("practice", random);
  const client = new LinkedBoard(syncUrl, "practice", {
    room: `practice-${seed}`,
    board: person.board,
    random,
    onSend: (message) => messages.push(message.slice()),
  });
  await client.isLive();
  for (let i = 0; i < STEPS; i++) randomItem(random, WORK)(person, random);
  client.dispose();
  for (let i = 0; i < LIVE_FRAMES; i++)
    messages.push(encodeLive([randomEntry(random), randomEntry(random)]));
  return [...messages, ...CONTROLS.map(encodeControl), ...stockMessages()];
}

function stockMessages(): Uint8Array[] {
  const awareness = new Awareness(new Y.Doc());
  const { clientID } = awareness.doc;
  awareness.setLocalState({ user: { name: "Stock", color: "#00ff00" } });
  const present = encodeAwarenessUpdate(awareness, [clientID]);
  removeAwarenessStates(awareness, [clientID], "leaving");
  const absent = encodeAwarenessUpdate(awareness, [clientID]);
  awareness.destroy();
  const wrap = (content: Uint8Array) =>
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.awareness);
      encoding.writeVarUint8Array(encoder, content);
    });
  return [wrap(present), wrap(absent), new Uint8Array([3])];
}
