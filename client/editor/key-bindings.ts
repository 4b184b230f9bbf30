import type { Command } from "./command";

/** A key as it was pressed; a browser's KeyboardEvent fits. */
export interface KeyInput {
  /** What the key types: `z`, `+`, `Delete`. */
  readonly key: string;
  /** Where the key is, by the names of an American keyboard: `KeyZ`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface KeyPattern {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Reads a binding such as `Mod+Shift+Z`. The last part is the key; `Mod` is Ctrl or Cmd. */
function parseKeys(keys: string): KeyPattern {
  const isPlus = keys.endsWith("+");
  const parts = (isPlus ? keys.slice(0, -1) : keys).split("+");
  const key = isPlus ? "+" : parts.pop()!;
  return {
    key: key.toLowerCase(),
    mod: parts.includes("Mod"),
    shift: parts.includes("Shift"),
    alt: parts.includes("Alt"),
  };
}

/** Whether pressing `input` is what `keys`, such as `Mod+Z` or `Shift+1`, asks for. */
export function matchesKeys(keys: string, input: KeyInput): boolean {
  const pattern = parseKeys(keys);
  return (
    isKey(pattern.key, input) &&
    pattern.mod === (input.ctrlKey || input.metaKey) &&
    pattern.alt === input.altKey &&
    (pattern.shift === input.shiftKey || needsShiftToType(pattern.key))
  );
}

/** The commands that `input` is bound to, whether or not they would apply now. */
export const commandsFor = (
  commands: readonly Command[],
  input: KeyInput,
): readonly Command[] =>
  commands.filter(({ keys }) =>
    keys.some((pattern) => matchesKeys(pattern, input)),
  );

function isKey(wanted: string, { key, code }: KeyInput): boolean {
  // Shift+1 types "!" here and something else elsewhere: a digit is where it is printed.
  if (isDigit(wanted)) return key === wanted || code === `Digit${wanted}`;
  if (key.toLowerCase() === wanted) return true;
  // A keyboard that types no Latin letters still has the keys where a Latin one has them.
  const typesLatin = /^[\x20-\x7e]$/.test(key);
  return isLetter(wanted) && !typesLatin && code === keyCodeOf(wanted);
}

const isDigit = (key: string) => /^[0-9]$/.test(key);
const isLetter = (key: string) => /^[a-z]$/.test(key);
const keyCodeOf = (letter: string) => `Key${letter.toUpperCase()}`;

/** On some keyboards `+` is typed with Shift and on others without: what matters is what was typed. */
const needsShiftToType = (key: string) =>
  key.length === 1 && !isDigit(key) && !isLetter(key);
