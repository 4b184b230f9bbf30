import { expect, test } from "vitest";

import { noteKind } from "@/core/shapes/note/note-kind";
import type { NoteShape } from "@/core/shapes/note/note-shape";
import { widthOf } from "@/core/shapes/text/text-measure";
import { BoardSurface } from "../../../../support/board-surface";
import { shapeOf } from "../../../../support/shape-fixtures";

const note = shapeOf("note");

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
  const { x } = few.marks.at(-1) as { readonly x: number };
  expect(x + widthOf("few words", note.font, 28) / 2).toBeCloseTo(100);
  expect(Number.parseInt(few.font)).toBe(28);
  expect(Number.parseInt(many.font)).toBeLessThan(20);
});
