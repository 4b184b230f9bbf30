import { areSame } from "@/core/base/remembered";

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
    if (areSame(now, known)) return;
    known = now;
    onChange();
  };
}
