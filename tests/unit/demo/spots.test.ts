import { expect, test } from "vitest";
import { Spots } from "@/demo/spots";

const takeAll = (spots: Spots) => {
  const all = [];
  for (let spot = spots.take(); spot; spot = spots.take()) all.push(spot);
  return all;
};

test("there are as many spots as were asked for, and none lies over another", () => {
  for (const count of [1, 7, 56, 210]) {
    const all = takeAll(new Spots(count));
    expect(all.length).toBeGreaterThanOrEqual(count);
    for (const a of all)
      for (const b of all) {
        const isApart =
          Math.abs(a.x - b.x) >= a.size || Math.abs(a.y - b.y) >= a.size;
        expect(a === b || isApart).toBe(true);
      }
  }
});

test("a spot that is given back is dealt out again, the nearest to the middle first", () => {
  const spots = new Spots(30);
  const first = spots.take()!;
  const later = Array.from({ length: 12 }, () => spots.take()!);
  spots.giveBack(later.at(-1)!);
  spots.giveBack(first);
  expect(spots.take()).toBe(first);
});
