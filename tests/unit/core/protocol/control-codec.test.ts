import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import {
  encodeControl,
  readClientControl,
  readServerControl,
} from "@/core/protocol/control-codec";
import type {
  ClientControl,
  ServerControl,
} from "@/core/protocol/control-message";
import { MAX_CHAT_LENGTH, MAX_CONTROL_BYTES } from "@/core/protocol/limits";
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

const fromMember: ClientControl[] = [
  { kind: "hello", protocol: 1, name: "Ada", clientId: 4294967295 },
  { kind: "barrier", n: 1 },
  { kind: "chat", nonce: "n", text: "Hi" },
  { kind: "chat-history" },
  { kind: "chat-history", before: 51 },
];

const fromServer: ServerControl[] = [
  { kind: "count", people: 3, version: 9 },
  { kind: "seq", seq: 12 },
  { kind: "saved", n: 2, seq: 12 },
  { kind: "unsaved", n: 3, code: "PENDING" },
  { kind: "notice", code: "NOT_SAVED" },
  { kind: "error", code: "CHAT_TOO_FAST", nonce: "n" },
  { kind: "roster", full: true, joined: [], left: [] },
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

test("a client passes over a kind that only a newer server knows", () => {
  expect(readServerControl(raw('{"kind":"from-the-future"}'))).toBeUndefined();
});
