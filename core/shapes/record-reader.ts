import type { PropertyReader } from "./property-reader";

/** Places and lengths beyond this (board units) are nobody's drawing, and canvases lose their precision on the way there. */
const MAX_COORDINATE = 1e9;

/** A text is shown up to here; the rest stays in the document. UTF-16 units. */
export const MAX_TEXT_LENGTH = 20_000;

/** Reads a shape's values from whatever holds them by key: the document's map, or a plain one. */
export class RecordReader implements PropertyReader {
  readonly #values: { get(key: string): unknown };
  readonly #text: () => string;

  /** `text` gives the shape's text, which the document keeps as a type of its own. */
  constructor(values: { get(key: string): unknown }, text: () => string) {
    this.#values = values;
    this.#text = text;
  }

  number(
    key: string,
    min = -MAX_COORDINATE,
    max = MAX_COORDINATE,
  ): number | undefined {
    const value = this.#values.get(key);
    return isNumberWithin(value, min, max) ? value : undefined;
  }

  string(key: string, maxLength: number): string | undefined {
    const value = this.#values.get(key);
    return typeof value === "string" && value.length <= maxLength
      ? value
      : undefined;
  }

  oneOf<Option extends string>(
    key: string,
    options: readonly Option[],
  ): Option | undefined {
    const value = this.#values.get(key);
    return options.find((option) => option === value);
  }

  flag(key: string): boolean {
    return this.#values.get(key) === true;
  }

  colour(key: string): string | undefined {
    const value = this.string(key, 7);
    return value !== undefined && /^#[0-9a-f]{6}$/i.test(value)
      ? value
      : undefined;
  }

  pair(key: string): readonly [number, number] | undefined {
    const value: unknown = this.#values.get(key);
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [first, second] = value as unknown[];
    return isNumberWithin(first) && isNumberWithin(second)
      ? [first, second]
      : undefined;
  }

  bytes(key: string, maxLength: number): Uint8Array | undefined {
    const value = this.#values.get(key);
    return value instanceof Uint8Array && value.length <= maxLength
      ? value
      : undefined;
  }

  text(): string {
    return this.#text().slice(0, MAX_TEXT_LENGTH);
  }
}

function isNumberWithin(
  value: unknown,
  min = -MAX_COORDINATE,
  max = MAX_COORDINATE,
): value is number {
  return typeof value === "number" && value >= min && value <= max;
}
