import { describe, expect, test } from "vitest";
import {
  placeChips,
  WINDOW_CHIPS,
  type ChipsOptions,
} from "@/components/presence/place-chips";
import { asUserId } from "@/core/base/ids";

const pointing = (name: string, x: number, y: number) => ({
  user: asUserId(name),
  name,
  colour: "#1971c2",
  at: { x, y },
});
const place = (
  people: ChipsOptions["people"],
  panels: ChipsOptions["panels"] = () => [],
) =>
  placeChips({
    people,
    window: { width: 1000, height: 600 },
    panels,
    ...WINDOW_CHIPS,
  });

describe("chips at the window's edge", () => {
  test("stand for those alone who point outside it, and point there", () => {
    const { chips, more } = place([
      pointing("within", 500, 300),
      pointing("right", 3000, 300),
      pointing("above", 500, -900),
    ]);
    expect(chips).toMatchObject([
      { name: "above", x: 500, y: 26, angle: -1.55 },
      { name: "right", x: 974, y: 300, angle: 0 },
    ]);
    expect(more).toBeUndefined();
  });

  test("lie on the straight line to the person, wherever that is", () => {
    const { chips } = place([pointing("far", -4000, 2000)]);
    const [chip] = chips;
    expect(chip?.x).toBe(26);
    expect((chip!.y - 300) / (500 - chip!.x)).toBeCloseTo(1700 / 4500, 1);
  });

  test("lie under no panel", () => {
    const panel = { left: 0, top: 0, right: 1000, bottom: 70 };
    const { chips } = place([pointing("above", 500, -900)], () => [panel]);
    expect(chips[0]!.y - WINDOW_CHIPS.size / 2).toBeGreaterThan(70);
  });

  test("lie on no other chip", () => {
    const people = Array.from({ length: 6 }, (_, i) =>
      pointing(`p${i}`, 5000, 300 + i),
    );
    const { chips } = place(people);
    for (const a of chips)
      for (const b of chips)
        if (a !== b)
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(
            WINDOW_CHIPS.size,
          );
  });

  test("are those of the nearest, and a number for the rest", () => {
    const people = Array.from({ length: 11 }, (_, i) =>
      pointing(`p${i}`, 5000 - i * 100, 300),
    );
    const { chips, more } = place(people);
    expect(chips.map(({ name }) => name)).toEqual([
      "p10",
      "p9",
      "p8",
      "p7",
      "p6",
      "p5",
      "p4",
      "p3",
    ]);
    expect(more?.count).toBe(3);
  });

  test("do not ask for the panels while there is nobody outside", () => {
    const { chips } = place([pointing("within", 5, 5)], () => {
      throw new Error("Nobody needs to know.");
    });
    expect(chips).toEqual([]);
  });
});
