import { expect, test } from "vitest";

import { shapeKinds } from "@/core/shapes/shape-kinds";
import { ALIGNS, DASHES, FILL_STYLES } from "@/core/shapes/style";
import { FONT_NAMES } from "@/core/shapes/text/fonts";
import { BoardPerson } from "../../../support/board-person";
import { referenceBoard } from "../../../support/reference-board";

test("the reference board can be put on a board, and shows every kind and every style", () => {
  const ana = new BoardPerson("ana");
  const shapes = referenceBoard();
  ana.board.change("fill", (draft) => {
    for (const shape of shapes) draft.add(shape);
  });
  const kinds = new Set(shapes.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(Object.keys(shapeKinds).sort());
  const valuesOf = (name: string) =>
    new Set(
      shapes
        .flatMap((shape) => Object.entries(shape))
        .filter(([key]) => key === name)
        .map(([, value]: [string, unknown]) => value),
    );
  expect(valuesOf("dash")).toEqual(new Set(DASHES));
  expect(valuesOf("fillStyle")).toEqual(new Set(FILL_STYLES));
  expect(valuesOf("align")).toEqual(new Set(ALIGNS));
  expect(valuesOf("font")).toEqual(new Set(FONT_NAMES));
  const groups = shapes.filter(({ kind }) => kind === "group");
  expect(ana.board.size).toBe(shapes.length - groups.length);
});
