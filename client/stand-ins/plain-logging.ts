// Stands for lib0/logging in the browser, which renders its colours with a DOM library and a schema library of its
// own. These are the names that Yjs imports; it has a word to say only when something is wrong.

export const ORANGE = Symbol("orange");
export const RED = Symbol("red");
export const BOLD = Symbol("bold");
export const UNBOLD = Symbol("unbold");

export function print(...pieces: unknown[]): void {
  console.log(...withoutStyles(pieces));
}

export function warn(...pieces: unknown[]): void {
  console.warn(...withoutStyles(pieces));
}

const withoutStyles = (pieces: readonly unknown[]) =>
  pieces.filter((piece) => typeof piece !== "symbol");
