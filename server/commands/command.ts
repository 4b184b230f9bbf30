import type { ParseArgsConfig } from "node:util";

/** Where a command writes: results to one stream, everything else to the other. A line each. */
export interface Terminal {
  print(line: string): void;
  complain(line: string): void;
}

/** What was typed after a command's name. */
export interface Call {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, boolean | undefined>>;
}

/** One thing that `boardwalk` does. */
export interface Command {
  /** Such as `rooms list`. */
  readonly name: string;
  /** What is typed after it, such as `FILE [--new-epoch]`. */
  readonly parameters: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What `--help` says besides, line by line. */
  readonly help: readonly string[];
  /** How many words it takes. */
  readonly words: { readonly min: number; readonly max: number };
  /** Names of its options, none of which takes a value. Default: none. */
  readonly options?: readonly string[];
  /**
   * Resolves with whether it did what it was asked to, or with undefined when it goes on by itself. Rejects with a sentence for the
   * operator.
   */
  run(call: Call, terminal: Terminal): Promise<boolean | undefined>;
}

/** Something was typed that no command understands. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** How `parseArgs` is to read what follows a command's name. */
export function optionsOf(command: Command): ParseArgsConfig["options"] {
  const names = ["help", ...(command.options ?? [])];
  return Object.fromEntries(names.map((name) => [name, { type: "boolean" }]));
}
