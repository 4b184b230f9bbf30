import type { Locale } from "./locales";
import { parseMessage, type MessagePart } from "./parse-message";

/** What stands in the places that a message leaves open. */
export type MessageValues = Readonly<Record<string, unknown>>;

/** Makes what a tag becomes, from what stands inside it. */
type RenderTag<T> = (name: string, children: readonly (string | T)[]) => T;

/**
 * Puts values into a message, and gives its pieces in order. A value that is missing leaves its `{name}` to be seen.
 * Throws a SyntaxError when the message is not well formed.
 */
export function formatMessage<T>(
  message: string,
  locale: Locale,
  values: MessageValues,
  renderTag: RenderTag<T>,
): (string | T)[] {
  return format(parsed(message), undefined);

  function format(
    parts: readonly MessagePart[],
    count: number | undefined,
  ): (string | T)[] {
    return parts.flatMap((part) => {
      if (typeof part === "string") return part;
      if (part.kind === "number") return writeNumber(locale, count ?? NaN);
      if (part.kind === "tag")
        return [renderTag(part.name, format(part.children, count))];
      const value = values[part.name];
      if (part.kind === "value") return write(value, part.name);
      const { options } = part;
      if (part.kind === "select")
        return format(options[String(value)] ?? options["other"]!, count);
      const number = Number(value);
      const chosen =
        options[`=${number}`] ?? options[categoryOf(locale, number)];
      return format(chosen ?? options["other"]!, number);
    });
  }
}

const write = (value: unknown, name: string): string =>
  typeof value === "string" || typeof value === "number"
    ? String(value)
    : `{${name}}`;

const parsed = remembering(parseMessage);
const numbersOf = remembering(
  (locale: Locale) => new Intl.NumberFormat(locale),
);
const pluralsOf = remembering((locale: Locale) => new Intl.PluralRules(locale));

const writeNumber = (locale: Locale, number: number) =>
  numbersOf(locale).format(number);
const categoryOf = (locale: Locale, number: number) =>
  pluralsOf(locale).select(number);

/** There are as many messages and languages as there are: nothing is ever forgotten. */
function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}
