import { hasCommandKey, keyLabel } from "./key-label";

export type HintSide = "top" | "bottom";

/** What an element says of itself while the pointer rests on it; `HintLayer` shows it. */
export interface Hint {
  readonly label: string;
  /** Keys that do the same, as commands write them: `Mod+Z`. */
  readonly shortcut?: string | undefined;
  /** Above the element by default. */
  readonly side?: HintSide | undefined;
}

/**
 * The attributes of an element with a hint. The hint is for the eyes alone: the element needs a name of its own for everybody
 * else.
 */
export const hintAttributes = ({ label, shortcut, side }: Hint) => ({
  "data-hint": label,
  "data-hint-keys": shortcut && keyLabel(shortcut, hasCommandKey()),
  "data-hint-side": side,
});

/** Reads the hint of the element that `target` lies in, if it has one. */
export function findHint(target: EventTarget | null) {
  if (!(target instanceof Element)) return undefined;
  const element = target.closest<HTMLElement>("[data-hint]");
  const { hint, hintKeys, hintSide } = element?.dataset ?? {};
  if (!element || !hint) return undefined;
  const side: HintSide = hintSide === "bottom" ? "bottom" : "top";
  return { element, label: hint, keys: hintKeys, side };
}
