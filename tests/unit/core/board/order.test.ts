import { describe, expect, test } from "vitest";

import { randomInteger, seededRandom } from "@/core/base/random";
import { indexAbove, indexBetween, isIndex } from "@/core/board/order";
import { boardSeeds } from "../../../support/board-seeds";

describe("indexAbove", () => {
  test("rises over 10,000 shapes without growing beyond seven characters", () => {
    const random = seededRandom(1);
    let top: string | undefined;
    for (let i = 0; i < 10_000; i++) {
      const next = indexAbove(top, random);
      if (top !== undefined) expect(next > top).toBe(true);
      expect(next.length).toBeLessThanOrEqual(7);
      top = next;
    }
  });

  test("gives two people who add on top at once the same index hardly ever", () => {
    const [ana, ben] = [seededRandom(1), seededRandom(2)];
    let clashes = 0;
    for (let i = 0; i < 10_000; i++) {
      if (indexAbove("a5", ana) === indexAbove("a5", ben)) clashes++;
    }
    expect(clashes).toBeLessThanOrEqual(2);
  });

  test.each([
    "",
    "!",
    "a",
    "0",
    "A00000000000000000000000000",
    "a1\u0000",
    "b",
  ])("starts anew above %j, which is no index", (top) => {
    expect(isIndex(top)).toBe(false);
    expect(isIndex(indexAbove(top, seededRandom(1)))).toBe(true);
  });
});

describe("indexBetween", () => {
  test.each(boardSeeds())(
    "keeps its place wherever it is asked for, seed %i",
    (seed) => {
      const random = seededRandom(seed);
      const indices = [indexAbove(undefined, random)];
      for (let i = 0; i < 300; i++) {
        const place = randomInteger(random, indices.length + 1);
        const [below, above] = [indices[place - 1], indices[place]];
        const index = indexBetween(below, above, random);
        expect(isIndex(index)).toBe(true);
        if (below !== undefined) expect(index > below).toBe(true);
        if (above !== undefined) expect(index < above).toBe(true);
        indices.splice(place, 0, index);
      }
    },
  );

  test("grows by a quarter of a character when shapes are put into the same gap again and again", () => {
    const random = seededRandom(3);
    let low = "a0";
    for (let i = 0; i < 1000; i++) low = indexBetween(low, "a1", random);
    expect(low.length).toBeLessThanOrEqual(270);
  });

  test.each([
    ["a5", "a5"],
    ["a6", "a5"],
  ])(
    "of %s and %s, between which nothing is, lies just above the first",
    (below, above) => {
      const index = indexBetween(below, above, seededRandom(1));
      expect(isIndex(index)).toBe(true);
      expect(index > below).toBe(true);
      expect(index < "a7").toBe(true);
    },
  );

  test("takes an invalid neighbour for the end of the board", () => {
    const random = seededRandom(1);
    expect(indexBetween("?", "a5", random) < "a5").toBe(true);
    expect(indexBetween("a5", "?", random) > "a5").toBe(true);
    expect(isIndex(indexBetween("?", "?", random))).toBe(true);
  });
});
