import { describe, expect, test } from "vitest";
import { formatMessage } from "@/components/messages/format-message";
import type { Locale } from "@/components/messages/locales";

const format = (
  message: string,
  values: Readonly<Record<string, unknown>> = {},
  locale: Locale = "en",
) =>
  formatMessage<string>(
    message,
    locale,
    values,
    (name, children) => `[${name}: ${children.join("")}]`,
  ).join("");

const PEOPLE = "{n, plural, =0 {nobody} one {# person} other {# people}} here";

describe("a message", () => {
  test("without places stands as it is", () =>
    expect(format("It's 100 % #1.")).toBe("It's 100 % #1."));

  test("takes values, as often as it names them", () =>
    expect(format("{a} and { b }, {a}", { a: "Ada", b: 2 })).toBe(
      "Ada and 2, Ada",
    ));

  test("takes a value as text, whatever is in it", () =>
    expect(format("{a}", { a: "<b>{n}#" })).toBe("<b>{n}#"));

  test("shows which value it lacks", () =>
    expect(format("Hello {name}")).toBe("Hello {name}"));

  test.each([
    [0, "nobody here"],
    [1, "1 person here"],
    [2, "2 people here"],
    [1234, "1,234 people here"],
  ])("counts %d", (n, text) => expect(format(PEOPLE, { n })).toBe(text));

  test("falls back to other where a language has no such category", () =>
    expect(format(PEOPLE, { n: 1 }, "zh-CN")).toBe("1 people here"));

  test("chooses by a value", () => {
    const message = "{who, select, me {You drew} other {{name} drew}} this";
    expect(format(message, { who: "me" })).toBe("You drew this");
    expect(format(message, { who: "ada", name: "Ada" })).toBe("Ada drew this");
  });

  test("counts inside a choice, and inside a tag", () =>
    expect(
      format("{n, plural, other {{who, select, other {<b>#</b> of #}}}}", {
        n: 3,
      }),
    ).toBe("[b: 3] of 3"));

  test("hands over what stands in its tags, tags among it", () =>
    expect(format("a<x>b{n}<y>c</y></x>d", { n: 1 })).toBe("a[x: b1[y: c]]d"));
});

test.each([
  "{",
  "}",
  "{}",
  "{name",
  "{a b}",
  "{n, number}",
  "{n, plural, one {x}}",
  "{n, plural, other {x}",
  "{n, plural, other x}",
  "<b>open",
  "</b>",
  "<b>crossed</i>",
  "a < b",
])("%j is no message", (message) =>
  expect(() => format(message)).toThrow(SyntaxError),
);
