import * as decoding from "lib0/decoding";
import { describe, expect, test } from "vitest";
import { ChunkAssembler, splitIntoChunks } from "@/core/protocol/chunks";
import { CHUNK_BYTES, MAX_ROOM_BYTES } from "@/core/protocol/limits";
import { MessageType } from "@/core/protocol/message-type";
import { seededRandom } from "@/core/base/random";

const bytes = (length: number) => {
  const random = seededRandom(length);
  return Uint8Array.from({ length }, () => random.next() * 256);
};

/** Compared as buffers: vitest walks typed arrays element by element. */
const isSame = (a: Uint8Array | undefined, b: Uint8Array) =>
  a !== undefined && Buffer.from(a).equals(b);

/** A decoder that stands behind the message's type, as a dispatcher hands it over. */
const afterType = (message: Uint8Array) => {
  const decoder = decoding.createDecoder(message);
  expect(decoding.readVarUint(decoder)).toBe(MessageType.chunk);
  return decoder;
};

describe("splitIntoChunks", () => {
  test("leaves a message alone that fits", () => {
    const message = bytes(CHUNK_BYTES);
    const [only, ...others] = splitIntoChunks(message);
    expect(others).toHaveLength(0);
    expect(only).toBe(message);
  });

  test.each([CHUNK_BYTES + 1, CHUNK_BYTES * 2, CHUNK_BYTES * 3 + 7])(
    "cuts %i bytes into parts that add up to them again",
    (length) => {
      const message = bytes(length);
      const parts = splitIntoChunks(message);
      expect(parts).toHaveLength(Math.ceil(length / CHUNK_BYTES));
      const assembler = new ChunkAssembler();
      const results = parts.map((part) => assembler.receive(afterType(part)));
      expect(results.slice(0, -1).every((r) => r === undefined)).toBe(true);
      expect(isSame(results.at(-1), message)).toBe(true);
    },
  );
});

describe("ChunkAssembler", () => {
  test("takes one message after another", () => {
    const assembler = new ChunkAssembler();
    for (const length of [CHUNK_BYTES * 2, CHUNK_BYTES + 5]) {
      const message = bytes(length);
      const last = splitIntoChunks(message)
        .map((part) => assembler.receive(afterType(part)))
        .at(-1);
      expect(isSame(last, message)).toBe(true);
    }
  });

  test("refuses a part that does not follow from the one before", () => {
    const [first, , third] = splitIntoChunks(bytes(CHUNK_BYTES * 3));
    const assembler = new ChunkAssembler();
    assembler.receive(afterType(first!));
    expect(() => assembler.receive(afterType(third!))).toThrow("BAD_CHUNK");
  });

  test("refuses a part that belongs to a message of another length", () => {
    const assembler = new ChunkAssembler();
    assembler.receive(afterType(splitIntoChunks(bytes(CHUNK_BYTES * 2))[0]!));
    const other = splitIntoChunks(bytes(CHUNK_BYTES * 3))[1]!;
    expect(() => assembler.receive(afterType(other))).toThrow("BAD_CHUNK");
  });

  test("refuses a part that is smaller than it might be", () => {
    const [first] = splitIntoChunks(bytes(CHUNK_BYTES * 2));
    expect(() =>
      new ChunkAssembler().receive(afterType(first!.subarray(0, -1))),
    ).toThrow("BAD_CHUNK");
  });

  test("refuses a promise of more than a room may hold before it keeps any of it", () => {
    const message = new Uint8Array(MAX_ROOM_BYTES + CHUNK_BYTES + 1);
    const [first] = splitIntoChunks(message);
    expect(() => new ChunkAssembler().receive(afterType(first!))).toThrow(
      "TOO_LARGE",
    );
  });
});
