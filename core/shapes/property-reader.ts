/**
 * Reads one shape's record, which came over a network: a value that is missing or of the wrong type or size counts as absent.
 */
export interface PropertyReader {
  /** A number within [min, max], else undefined. Without limits, within ±1e9. */
  number(key: string, min?: number, max?: number): number | undefined;
  /** A text of at most `maxLength` UTF-16 units, else undefined. */
  string(key: string, maxLength: number): string | undefined;
  /** A text that is one of `options`, else undefined. */
  oneOf<Option extends string>(
    key: string,
    options: readonly Option[],
  ): Option | undefined;
  /** Whether the value is `true`. */
  flag(key: string): boolean;
  /** A colour as `#rrggbb`, else undefined. */
  colour(key: string): string | undefined;
  /** Two numbers within ±1e9, else undefined. */
  pair(key: string): readonly [number, number] | undefined;
  bytes(key: string, maxLength: number): Uint8Array | undefined;
  /** The shape's text, cut where it gets too long to show; "" when it has none. */
  text(): string;
}
