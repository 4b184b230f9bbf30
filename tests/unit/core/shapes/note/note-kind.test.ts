import { expect, test } from "vitest";

import { asShapeId } from "@/core/base/ids";
import { boardPoint } from "@/core/geometry/point";
import { noteKind } from "@/core/shapes/note/note-kind";
import type { NoteShape } from "@/core/shapes/note/note-shape";
import { BoardSurface } from "../../../../support/board-surface";

const note: NoteShape = {
  kind: "note",
  id: asShapeId("note"),
  at: boardPoint(0, 0),
  index: "a0",
  author: undefined,
  opacity: 1,
  stroke: "#1e1e1e",
  strokeWidth: 2,
  size: { width: 200, height: 200 },
  fill: "#ffec99",
  text: "",
};

const paint = (changes: Partial<NoteShape>, theme: "light" | "dark") => {
  const surface = new BoardSurface();
  noteKind.paint({ ...note, ...changes }, { surface, theme, scale: 1 });
  return surface;
};

test("is paper with a shadow around it", () => {
  const { marks, painted } = paint({}, "light");
  expect(marks.at(-1)).toEqual({ fill: "#ffec99" });
  expect(painted!.maxY).toBeGreaterThan(200);
});

test("has darker paper and lighter letters in the dark theme", () => {
  const { marks } = paint({ text: "hi" }, "dark");
  expect(marks).not.toContainEqual({ fill: "#ffec99" });
});

test("writes its text in the middle, smaller the more there is", () => {
  const few = paint({ text: "few words" }, "light");
  const many = paint({ text: "many words ".repeat(40) }, "light");
  expect(few.texts).toEqual(["few words"]);
  expect(few.marks.at(-1)).toMatchObject({ x: 100 });
  expect(Number.parseInt(few.font)).toBe(20);
  expect(Number.parseInt(many.font)).toBeLessThan(20);
});
