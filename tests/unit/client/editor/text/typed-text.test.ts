import { expect, test } from "vitest";

import { TypedText } from "@/client/editor/text/typed-text";

test("what is typed is an edit of the text", () => {
  const typed = new TypedText("ab");
  expect(typed.type("axb", 2)).toEqual({ from: 1, to: 1, insert: "x" });
  expect(typed.text).toBe("axb");
  expect(typed.type("axb", 3)).toBeUndefined();
});

test("what is typed into an older text is carried over to the present one", () => {
  const typed = new TypedText("ab");
  typed.change("1 ab");
  typed.change("1 ab 2");
  expect(typed.type("axb", 2)).toEqual({ from: 3, to: 3, insert: "x" });
  expect(typed.text).toBe("1 axb 2");
  expect(typed.offsetInText(2)).toBe(4);
  expect(typed.type("axyb", 3)).toEqual({ from: 4, to: 4, insert: "y" });
  expect(typed.text).toBe("1 axyb 2");
});

test("once the field shows the present text, offsets in it are the text's", () => {
  const typed = new TypedText("ab");
  typed.change("1 ab");
  typed.show();
  expect(typed.offsetInText(1)).toBe(1);
  expect(typed.type("1 a", 3)).toEqual({ from: 3, to: 4, insert: "" });
});
