import { expect, test } from "vitest";
import { groupVisits } from "@/components/chat/group-visits";

/** `+ana` comes, `-ana` goes; a second later each. */
const group = (...visits: string[]) =>
  groupVisits(
    visits.map((visit, i) => ({
      event: visit.startsWith("+") ? ("joined" as const) : ("left" as const),
      user: `${visit.slice(1)} ${i}`,
      name: visit.slice(1),
      at: i * 1_000,
    })),
  );

test("those who come one after the other share a line, from the time of the first", () => {
  expect(group("+ana", "+ben", "-cleo", "-ana", "+dora")).toEqual([
    { event: "joined", names: ["ana", "ben"], at: 0 },
    { event: "left", names: ["cleo", "ana"], at: 2_000 },
    { event: "joined", names: ["dora"], at: 4_000 },
  ]);
});

test("a line names each name once", () => {
  expect(group("+ana", "+ben", "+ana")[0]?.names).toEqual(["ana", "ben"]);
});

test("whoever comes and goes and comes is told each time", () => {
  expect(group("+ana", "-ana", "+ana")).toHaveLength(3);
});

test("no visits have no lines", () => {
  expect(group()).toEqual([]);
});
