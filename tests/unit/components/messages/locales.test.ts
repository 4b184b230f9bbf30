import { expect, test } from "vitest";
import { formatMessage } from "@/components/messages/format-message";
import {
  MESSAGES,
  pickLocale,
  type Locale,
} from "@/components/messages/locales";

test("both languages have the same messages", () => {
  expect(Object.keys(flatten(MESSAGES["zh-CN"]))).toEqual(
    Object.keys(flatten(MESSAGES.en)),
  );
});

test("both languages of a message take the same values", () => {
  const chinese = flatten(MESSAGES["zh-CN"]);
  for (const [key, message] of Object.entries(flatten(MESSAGES.en)))
    expect([key, valuesIn(chinese[key] ?? "")]).toEqual([
      key,
      valuesIn(message),
    ]);
});

test.each<Locale>(["en", "zh-CN"])(
  "every message in %s can be written, and leaves nothing open",
  (locale) => {
    for (const [key, message] of Object.entries(flatten(MESSAGES[locale])))
      for (const count of [0, 1, 2, 1234]) {
        const values = Object.fromEntries(
          valuesIn(message).map((name) => [name, count]),
        );
        const inside = (_: string, children: readonly string[]) =>
          children.join("");
        const written = formatMessage(message, locale, values, inside)
          .join("")
          // The code of a colour is no number that was forgotten.
          .replaceAll(/#[0-9a-f]{6}/g, "");
        expect([key, written]).toEqual([
          key,
          expect.stringMatching(/^[^{}<>#]+$/),
        ]);
      }
  },
);

test.each([
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
  ["zh-TW", "zh-CN"],
  ["en-GB,en;q=0.9,zh;q=0.8", "en"],
  ["fr-FR,zh;q=0.4,en;q=0.2", "zh-CN"],
  ["en;q=0.3, zh-Hans;q=0.7", "zh-CN"],
  ["zh;q=0,en", "en"],
  ["pt-BR", "en"],
  ["*", "en"],
  ["", "en"],
  [";;q=,,=", "en"],
  [null, "en"],
])("a browser that asks for %j is spoken to in %s", (header, locale) => {
  expect(pickLocale(header)).toBe(locale);
});

/** Every message under its whole key, such as `chat.send`. */
function flatten(tree: object, prefix = ""): Record<string, string> {
  const entries = Object.entries(tree).flatMap(
    ([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null
        ? Object.entries(flatten(value, `${prefix}${key}.`))
        : [[prefix + key, String(value)] as const],
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The names of the values and tags in a message. */
/** The names in a message; what stands after a name of a choice is text, however short. */
const valuesIn = (message: string): string[] =>
  [
    ...new Set(
      [
        ...message
          .replaceAll(/\b(joined|other) \{\p{L}+\}/gu, "$1")
          .matchAll(/[{<](\w+)(?=[,}>])/g),
      ].map(([, name]) => name ?? ""),
    ),
  ].sort();
