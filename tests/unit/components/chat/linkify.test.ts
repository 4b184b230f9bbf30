import { expect, test } from "vitest";
import { linkify } from "@/components/chat/linkify";

/** The text with its links in brackets. */
const marked = (text: string): string =>
  linkify(text)
    .map((piece) => (piece.kind === "link" ? `[${piece.text}]` : piece.text))
    .join("");

test.each([
  ["no link here", "no link here"],
  ["see https://example.org now", "see [https://example.org] now"],
  ["https://example.org/a?b=c#d", "[https://example.org/a?b=c#d]"],
  ["It is at https://example.org.", "It is at [https://example.org]."],
  ["(https://example.org/a)", "([https://example.org/a])"],
  ["https://example.org/a_(b)", "[https://example.org/a_(b)]"],
  ["(see https://example.org/a_(b)).", "(see [https://example.org/a_(b)])."],
  ["请看https://example.org，谢谢", "请看[https://example.org]，谢谢"],
  [
    "https://a.example https://b.example",
    "[https://a.example] [https://b.example]",
  ],
  ["one\nhttps://example.org\ntwo", "one\n[https://example.org]\ntwo"],
  ["HTTPS://EXAMPLE.ORG", "[HTTPS://EXAMPLE.ORG]"],
])("%j reads as %j", (text, expected) => {
  expect(marked(text)).toBe(expected);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,hello",
  "ftp://example.org",
  "https://",
  "http://:80",
  "www.example.org",
])("%j is no link", (text) => {
  expect(linkify(text)).toEqual([{ kind: "text", text }]);
});

test("nothing is lost between the pieces", () => {
  const text = "a https://example.org/(x)), b <https://b.example> c https:// d";
  const pieces = linkify(text).map((piece) => piece.text);
  expect(pieces.join("")).toBe(text);
});
