import { expect, test } from "vitest";
import { splitMentions } from "@/components/chat/split-mentions";
import type { Mention } from "@/core/protocol/control-message";

/** The pieces in a row, names with their person in brackets. */
const pieces = (text: string, ...mentions: Mention[]) =>
  splitMentions(text, mentions).map((piece) =>
    piece.kind === "mention" ? `[${piece.text} ${piece.user}]` : piece.text,
  );

const ana = { user: "u1", name: "Ana" };
const anaLee = { user: "u2", name: "Ana Lee" };

test("names are set apart wherever they are called", () => {
  expect(pieces("@Ana, see @Ana", ana)).toEqual([
    "[@Ana u1]",
    ", see ",
    "[@Ana u1]",
  ]);
});

test("of two names the longer one is meant, in whatever order they were called", () => {
  const expected = ["[@Ana Lee u2]", " ", "[@Ana u1]", " Le"];
  expect(pieces("@Ana Lee @Ana Le", ana, anaLee)).toEqual(expected);
  expect(pieces("@Ana Lee @Ana Le", anaLee, ana)).toEqual(expected);
});

test("names that follow each other leave no empty words between", () => {
  expect(pieces("@Ana@Ana Lee", ana, anaLee)).toEqual([
    "[@Ana u1]",
    "[@Ana Lee u2]",
  ]);
});

test("a name without the sign, another name, and the sign alone are words", () => {
  expect(pieces("Ana @Ben @ana @", ana)).toEqual(["Ana @Ben @ana @"]);
});

test("a text keeps every letter, also those of two units", () => {
  const text = "🎉@Ana👩‍👩‍👧 @@Ana\n";
  const all = splitMentions(text, [ana]);
  expect(all.map((piece) => piece.text).join("")).toBe(text);
  expect(all.map(({ kind }) => kind)).toEqual([
    "text",
    "mention",
    "text",
    "mention",
    "text",
  ]);
});

test("nothing has no pieces, and a text that calls nobody has one", () => {
  expect(pieces("", ana)).toEqual([]);
  expect(pieces("hello @Ana")).toEqual(["hello @Ana"]);
});
