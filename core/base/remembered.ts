/** Whether both hold the same, item by item. */
export const areSame = (
  a: readonly unknown[],
  b: readonly unknown[],
): boolean =>
  a === b ||
  (a.length === b.length && a.every((item, i) => Object.is(item, b[i])));

/** A function that gives what it last made, until `read` gives something else than it did then. */
export function remembered<Value>(
  read: () => readonly unknown[],
  make: () => Value,
): () => Value {
  let known:
    { readonly from: readonly unknown[]; readonly value: Value } | undefined;
  return () => {
    const from = read();
    if (!known || !areSame(known.from, from)) known = { from, value: make() };
    return known.value;
  };
}
