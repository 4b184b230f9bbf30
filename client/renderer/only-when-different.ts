/**
 * A listener that calls `onChange` only when what `read` gives is no longer, item by item, what it gave before. Reads at once, to
 * know what there was.
 */
export function onlyWhenDifferent(
  read: () => readonly unknown[],
  onChange: () => void,
): () => void {
  let known = read();
  return () => {
    const now = read();
    if (isSame(now, known)) return;
    known = now;
    onChange();
  };
}

const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
