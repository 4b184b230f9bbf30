import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import { readClientControl } from "@/core/protocol/client-control";
import {
  encodeControl,
  readServerControl,
} from "@/core/protocol/control-codec";
import type {
  ChatMessage,
  ClientControl,
  ServerControl,
} from "@/core/protocol/control-message";
import {
  CHAT_PAGE,
  MAX_CHAT_LENGTH,
  MAX_CONTROL_BYTES,
} from "@/core/protocol/limits";
import { MessageType } from "@/core/protocol/message-type";

const afterType = (message: Uint8Array) => {
  const decoder = decoding.createDecoder(message);
  expect(decoding.readVarUint(decoder)).toBe(MessageType.control);
  return decoder;
};

/** A control message of any JSON, behind its type. */
const raw = (json: string) =>
  afterType(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.control);
      encoding.writeVarString(encoder, json);
    }),
  );

const chatMessage: ChatMessage = {
  seq: 1,
  id: "m",
  author: "u",
  name: "Ada",
  text: "Hi",
  at: 0,
  nonce: "n",
};

const fromMember: ClientControl[] = [
  { kind: "hello", protocol: 1, name: "Ada", clientId: 4294967295 },
  { kind: "barrier", n: 1 },
  { kind: "chat", nonce: "n", text: "Hi" },
  { kind: "chat-history" },
  { kind: "chat-history", before: 51 },
  {
    kind: "presence",
    selection: ["a"],
    tool: "draw",
    hand: true,
    idle: false,
    following: 3,
  },
  { kind: "say", text: "" },
  { kind: "reaction", emoji: "👍", at: { x: 1, y: 2 } },
  { kind: "summon", box: { minX: -1, minY: 0, maxX: 1, maxY: 2 } },
];

const fromServer: ServerControl[] = [
  {
    kind: "welcome",
    user: "u",
    role: "editor",
    slot: 0,
    epoch: "e",
    seq: 0,
    time: 1.5,
    limits: { chatLength: 2000, roomBytes: 1 },
  },
  { kind: "count", people: 3, version: 9 },
  { kind: "seq", seq: 12 },
  { kind: "saved", n: 2, seq: 12 },
  { kind: "unsaved", n: 3, code: "PENDING" },
  { kind: "notice", code: "NOT_SAVED" },
  { kind: "error", code: "CHAT_TOO_FAST", nonce: "n" },
  {
    kind: "roster",
    full: true,
    joined: [
      { slot: 1, user: "u", name: "Ada", colour: "#d6336c", joinedAt: 0 },
    ],
    left: [2],
  },
  { kind: "chat", message: chatMessage },
  { kind: "chat-history", messages: [chatMessage], hasMore: false },
  { kind: "error", code: "CHAT_NOT_LOADED" },
  {
    kind: "presence",
    slot: 1,
    selection: [],
    tool: "select",
    handRaisedAt: 5,
    idle: true,
  },
  { kind: "say", slot: 1, text: "Hi" },
  { kind: "reaction", slot: 1, emoji: "🔥", at: { x: 1, y: 2 } },
  { kind: "summon", slot: 1, box: { minX: -1, minY: 0, maxX: 1, maxY: 2 } },
  { kind: "error", code: "SUMMON_TOO_SOON" },
];

describe("control messages", () => {
  test.each(fromMember)("of a member are read back: $kind", (message) =>
    expect(readClientControl(afterType(encodeControl(message)))).toEqual(
      message,
    ),
  );

  test.each(fromServer)("of the server are read back: $kind", (message) =>
    expect(readServerControl(afterType(encodeControl(message)))).toEqual(
      message,
    ),
  );
});

describe("a member's control message is refused", () => {
  test.each([
    ["when it is not JSON", "{"],
    ["when it is no object", "3"],
    ["when its kind is unknown", '{"kind":"become-owner"}'],
    ["when it is one of the server's", '{"kind":"saved","n":1,"seq":1}'],
    ["when a number is negative", '{"kind":"barrier","n":-1}'],
    ["when a number is no integer", '{"kind":"barrier","n":1.5}'],
    ["when the text is empty", '{"kind":"chat","nonce":"n","text":""}'],
    [
      "when the text is too long",
      JSON.stringify({
        kind: "chat",
        nonce: "n",
        text: "x".repeat(MAX_CHAT_LENGTH + 1),
      }),
    ],
    [
      "when the whole is too long",
      JSON.stringify({
        kind: "barrier",
        n: 1,
        more: "x".repeat(MAX_CONTROL_BYTES),
      }),
    ],
  ])("%s", (_, json) =>
    expect(() => readClientControl(raw(json))).toThrow("BAD_CONTROL"),
  );

  test("when its text is cut off", () => {
    const whole = encodeControl({ kind: "barrier", n: 1 });
    const decoder = afterType(whole.subarray(0, whole.byteLength - 3));
    expect(() => readClientControl(decoder)).toThrow("BAD_CONTROL");
  });
});

describe("a client passes over a message of the server", () => {
  test.each([
    ["when it is no object", "null"],
    ["when it has no kind", "{}"],
    ["when only a newer server knows its kind", '{"kind":"from-the-future"}'],
    ["when its kind is the name of something else", '{"kind":"toString"}'],
    ["when it is a member's", '{"kind":"barrier","n":1}'],
    ["when something is missing", '{"kind":"saved","n":1}'],
    ["when a number is a text", '{"kind":"seq","seq":"1"}'],
    ["when a number is negative", '{"kind":"seq","seq":-1}'],
    ["when a number is no integer", '{"kind":"seq","seq":1.5}'],
    ["when a number is not exact", '{"kind":"seq","seq":9007199254740992}'],
    [
      "when only a newer server knows its code",
      '{"kind":"notice","code":"SOON"}',
    ],
    [
      "when an optional text is empty",
      '{"kind":"error","code":"CHAT_TOO_FAST","nonce":""}',
    ],
    [
      "when one entry of a list is wrong",
      '{"kind":"roster","full":true,"joined":[],"left":[1,null]}',
    ],
    [
      "when a list is none",
      '{"kind":"roster","full":true,"joined":{"length":0},"left":[]}',
    ],
    [
      "when a colour is none",
      JSON.stringify({
        kind: "roster",
        full: true,
        joined: [
          { slot: 1, user: "u", name: "Ada", colour: "red", joinedAt: 0 },
        ],
        left: [],
      }),
    ],
    [
      "when a chat's text is too long",
      JSON.stringify({
        kind: "chat",
        message: { ...chatMessage, text: "x".repeat(MAX_CHAT_LENGTH + 1) },
      }),
    ],
    [
      "when a page of the chat is too long",
      JSON.stringify({
        kind: "chat-history",
        messages: Array.from({ length: CHAT_PAGE + 1 }, () => chatMessage),
        hasMore: true,
      }),
    ],
  ])("%s", (_, json) => expect(readServerControl(raw(json))).toBeUndefined());
});

test("a client does not mind what a newer server says besides", () => {
  expect(readServerControl(raw('{"kind":"seq","seq":1,"more":2}'))).toEqual(
    expect.objectContaining({ kind: "seq", seq: 1 }),
  );
});
