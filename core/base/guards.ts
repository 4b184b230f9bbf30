/** Tells whether a value, such as parsed JSON, is of a type. */
export type Guard<T> = (value: unknown) => value is T;

/** One guard for each property of `T`. */
export type Guards<T> = { readonly [Key in keyof T]-?: Guard<T[Key]> };

export const isBoolean: Guard<boolean> = (value) => typeof value === "boolean";

/** A finite number from 0 on. */
export const isAmount: Guard<number> = (value): value is number =>
  Number.isFinite(value) && Number(value) >= 0;

/** A whole number from 0 on that is exact. */
export const isCount: Guard<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** A number within ±`max`. */
export const isNumberWithin =
  (max: number): Guard<number> =>
  (value): value is number =>
    typeof value === "number" && Math.abs(value) <= max;

/** A text of `minLength` to `maxLength` UTF-16 units. */
export const isText =
  (minLength: number, maxLength: number): Guard<string> =>
  (value): value is string =>
    typeof value === "string" &&
    value.length >= minLength &&
    value.length <= maxLength;

export const isMatch =
  (pattern: RegExp): Guard<string> =>
  (value): value is string =>
    typeof value === "string" && pattern.test(value);

export const isOneOf =
  <const T extends string>(...choices: readonly T[]): Guard<T> =>
  (value): value is T =>
    choices.some((choice) => choice === value);

export const isOptional =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);

export const isArrayOf =
  <T>(guard: Guard<T>, maxLength = Infinity): Guard<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) &&
    value.length <= maxLength &&
    value.every((item) => guard(item));

/** An object with these properties. It may have more. */
export const isObject =
  <T>(guards: Guards<T>): Guard<T> =>
  (value): value is T =>
    typeof value === "object" &&
    value !== null &&
    Object.entries<Guard<unknown>>(guards).every(([key, guard]) =>
      guard((value as Record<string, unknown>)[key]),
    );
