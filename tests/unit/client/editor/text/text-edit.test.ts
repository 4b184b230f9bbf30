import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  applyEdit,
  editAfter,
  editBetween,
  offsetAfter,
} from "@/client/editor/text/text-edit";

describe("the edit between two texts", () => {
  // A bar is the caret in the later text.
  test.each([
    ["ab", "abc|", { from: 2, to: 2, insert: "c" }],
    ["aa", "a|aa", { from: 0, to: 0, insert: "a" }],
    ["aa", "aaa|", { from: 2, to: 2, insert: "a" }],
    ["aaa", "a|a", { from: 1, to: 2, insert: "" }],
    ["abcd", "ab|d", { from: 2, to: 3, insert: "" }],
    ["one two", "one 2|", { from: 4, to: 7, insert: "2" }],
    ["😀", "😁|", { from: 0, to: 2, insert: "😁" }],
    ["😀😀", "😀|😀😀", { from: 0, to: 0, insert: "😀" }],
  ])("from %j to %j", (before, marked, edit) => {
    const after = marked.replace("|", "");
    expect(editBetween(before, after, marked.indexOf("|"))).toEqual(edit);
  });

  test("is none between equal texts", () => {
    expect(editBetween("same", "same", 2)).toBeUndefined();
  });

  test("makes the later text of the earlier one, wherever the caret is", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "b", "😀", "\n") });
    fc.assert(
      fc.property(texts, texts, fc.nat(12), (before, after, caret) => {
        const edit = editBetween(before, after, Math.min(caret, after.length));
        expect(edit ? applyEdit(before, edit) : before).toBe(after);
      }),
      { seed: 1 },
    );
  });
});

describe("an edit made after another", () => {
  const both = (text: string, mine: string, theirs: string) => {
    const [edit, other] = [
      editBetween(text, mine)!,
      editBetween(text, theirs)!,
    ];
    const afterTheirs = applyEdit(theirs, editAfter(edit, other, "before"));
    const afterMine = applyEdit(mine, editAfter(other, edit, "after"));
    return [afterTheirs, afterMine];
  };

  test.each([
    ["one two", "one two!", "1 two", "1 two!"],
    ["one two", "1 two", "one two!", "1 two!"],
    ["one two three", "one three", "one two, three", "one, three"],
    ["one two three", "one three", "one 2 three", "one2 three"],
    ["abcdef", "af", "abcXdef", "aXf"],
    ["ab", "amineb", "atheirsb", "aminetheirsb"],
  ])("of %j: mine %j, theirs %j", (text, mine, theirs, expected) => {
    expect(both(text, mine, theirs)).toEqual([expected, expected]);
  });

  test("keeps what the other inserted", () => {
    const offset = fc.nat(6);
    const edit = fc.tuple(offset, offset).map(([a, b]) => ({
      ...{ from: Math.min(a, b), to: Math.max(a, b) },
    }));
    fc.assert(
      fc.property(edit, edit, (mine, theirs) => {
        const other = { ...theirs, insert: "<theirs>" };
        const after = editAfter({ ...mine, insert: "[mine]" }, other, "before");
        const text = applyEdit(applyEdit("abcdef", other), after);
        expect(text).toContain("<theirs>");
        expect(text).toContain("[mine]");
      }),
      { seed: 1 },
    );
  });

  test("moves offsets behind it", () => {
    const edit = { from: 2, to: 4, insert: "xyz" };
    const moved = [0, 2, 3, 4, 6].map((offset) => offsetAfter(offset, edit));
    expect(moved).toEqual([0, 2, 5, 5, 7]);
  });
});
