import { describe, expect, test } from "vitest";
import {
  type Frames,
  fragmentFrames,
  joinFrames,
} from "@/server/rooms/ws-frame";
import { FrameReader } from "../../../support/server-frame-reader";

const message = (length: number) =>
  new Uint8Array(length).map((_, i) => i % 251);

/** The messages in `frames`, as hexadecimal text: comparing long arrays number by number takes seconds. */
const readBack = (...frames: Frames[]) => {
  const reader = new FrameReader();
  return frames.flatMap(({ bytes }) => reader.read(bytes)).map(hex);
};
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("joinFrames", () => {
  test.each([0, 1, 125, 126, 65_535, 65_536, 100_000])(
    "frames a message of %i bytes so that it can be read back",
    (length) => {
      expect(readBack(joinFrames([message(length)]))).toEqual([
        hex(message(length)),
      ]);
    },
  );

  test.each([
    [125, 2],
    [126, 4],
    [65_535, 4],
    [65_536, 10],
  ])("spends on %i bytes a header of %i", (length, header) => {
    expect(joinFrames([message(length)]).bytes.byteLength).toBe(
      length + header,
    );
  });

  test("keeps several messages apart and in order", () => {
    const messages = [message(3), message(70_000), message(0), message(200)];

    const frames = joinFrames(messages);

    expect(readBack(frames)).toEqual(messages.map(hex));
    expect(frames.count).toBe(messages.length);
  });

  test("makes nothing of nothing", () => {
    expect(joinFrames([])).toEqual({ bytes: new Uint8Array(), count: 0 });
  });
});

describe("fragmentFrames", () => {
  test.each([1, 999, 1000, 1001, 5000])(
    "cuts %i bytes into fragments of at most 1,000",
    (length) => {
      const frames = fragmentFrames(message(length), 1000);

      expect(frames).toHaveLength(Math.ceil(length / 1000));
      expect(readBack(...frames)).toEqual([hex(message(length))]);
    },
  );
});
