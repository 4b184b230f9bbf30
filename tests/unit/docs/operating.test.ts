import { describe, expect, test } from "vitest";
import { CloseCode } from "@/core/protocol/close-codes";
import * as limits from "@/core/protocol/limits";
import { SETTINGS } from "@/server/config";
import { readDocument, sectionOf, tableIn } from "../../support/markdown";

const FILE = "docs/operating.md";
const operating = readDocument(FILE);

const SIZES = [
  [2 ** 20, "MiB"],
  [2 ** 10, "KiB"],
] as const;
const TIMES = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1_000, "s"],
] as const;

describe(`what ${FILE} says of`, () => {
  test("the settings is all there is to set", () => {
    const documented = tableIn(sectionOf(operating, "Settings"));

    expectSame(
      documented.map(([name]) => name!),
      SETTINGS,
      (name) => `| \`${name}\` | default | meaning |`,
    );
  });

  test("the close codes is every code there is", () => {
    const documented = tableIn(sectionOf(operating, "Close codes"));

    expectSame(
      documented.map(([code]) => code!),
      Object.values(CloseCode).map(String),
      (code) => `| ${code} | means | if it comes often |`,
    );
  });

  test("the limits is every limit and its value", () => {
    const documented = tableIn(sectionOf(operating, "Limits"));
    const values = Object.entries(limits).filter(
      (entry): entry is [string, number] => typeof entry[1] === "number",
    );

    expectSame(
      documented.map(([name, value]) => `${name} = ${value}`),
      values.map(([name, value]) => `${name} = ${inWords(name, value)}`),
      (limit) => `| \`${limit.replace(" = ", "` | ")} | of |`,
    );
  });

  test("its own sections is where they are", () => {
    const headings = [...operating.matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
      text!
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );
    const links = [...operating.matchAll(/\]\(#([\w-]+)\)/g)];

    expect(links.length).toBeGreaterThan(10);
    for (const [, anchor] of links) expect(headings).toContain(anchor);
  });
});

/** Fails with what is to be changed in the document. */
function expectSame(
  documented: readonly string[],
  known: readonly string[],
  row: (entry: string) => string,
): void {
  const missing = known.filter((entry) => !documented.includes(entry));
  const outdated = documented.filter((entry) => !known.includes(entry));
  const cure = [
    ...outdated.map((entry) => `take out of ${FILE}: ${entry}`),
    ...missing.map((entry) => `add to ${FILE}: ${row(entry)}`),
  ];
  expect(cure).toEqual([]);
}

/** A limit's value as the document gives it. */
function inWords(name: string, value: number): string {
  if (name.endsWith("_BYTES")) return inUnits(value, SIZES, "bytes");
  if (name.endsWith("_MS")) return inUnits(value, TIMES, "ms");
  return value.toLocaleString("en-US");
}

function inUnits(
  value: number,
  units: readonly (readonly [number, string])[],
  smallest: string,
): string {
  const [size, unit] = units.find(([one]) => value % one === 0) ?? [
    1,
    smallest,
  ];
  return `${(value / size).toLocaleString("en-US")} ${unit}`;
}
