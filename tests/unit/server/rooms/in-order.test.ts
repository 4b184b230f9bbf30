import { describe, expect, test } from "vitest";
import { InOrder } from "@/server/rooms/in-order";
import { settled } from "../../../support/server-room";

/** What was done and what went wrong, in order, and works that take until they are told to end. */
function setUp() {
  const events: unknown[] = [];
  const works = new InOrder({
    maxBytes: 10,
    onError: (error) => events.push(error),
  });
  const note = (event: string) => () => void events.push(event);
  const begin = (name: string) => {
    let end = () => {};
    let fail: (error: Error) => void = () => {};
    works.do(() => {
      events.push(`${name} begins`);
      return new Promise<void>((resolve, reject) => {
        end = resolve;
        fail = reject;
      });
    });
    return { end: () => end(), fail: (error: Error) => fail(error) };
  };
  return { events, works, note, begin };
}

describe("InOrder", () => {
  test("works at once while nothing is under way, and throws what that throws", () => {
    const { events, works, note } = setUp();

    works.do(note("a"));

    expect(events).toEqual(["a"]);
    expect(() =>
      works.do(() => {
        throw new Error("No.");
      }),
    ).toThrow("No.");
    works.do(note("b"));
    expect(events).toEqual(["a", "b"]);
  });

  test("keeps the order when something takes its time", async () => {
    const { events, works, note, begin } = setUp();
    const long = begin("long");
    works.do(note("b"));
    works.do(note("c"));
    expect(events).toEqual(["long begins"]);

    long.end();
    await settled();
    works.do(note("d"));

    expect(events).toEqual(["long begins", "b", "c", "d"]);
  });

  test("tells what goes wrong later, and drops what waits behind it", async () => {
    const { events, works, note, begin } = setUp();
    const long = begin("long");
    works.do(note("never"));

    long.fail(new Error("No."));
    await settled();
    works.do(note("after"));

    expect(events).toEqual(["long begins", new Error("No."), "after"]);
  });

  test("lets no more wait than it may hold, and forgets what it has done", async () => {
    const { events, works, note, begin } = setUp();
    const long = begin("long");
    works.do(note("six"), 6);
    expect(() => works.do(note("five"), 5)).toThrow(
      expect.objectContaining({ code: "TOO_MANY_MESSAGES" }),
    );
    long.end();
    await settled();

    const second = begin("second");
    works.do(note("ten"), 10);
    second.end();
    await settled();

    expect(events).toEqual(["long begins", "six", "second begins", "ten"]);
  });

  test("does what comes last after all others, also when those are dropped", async () => {
    const { events, works, note, begin } = setUp();
    works.end(note("at once"));
    const long = begin("long");
    works.do(note("never"));
    works.end(note("last"));
    expect(events).toEqual(["at once", "long begins"]);

    long.fail(new Error("No."));
    await settled();

    expect(events).toEqual([
      "at once",
      "long begins",
      new Error("No."),
      "last",
    ]);
  });
});
