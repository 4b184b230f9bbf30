import { requirePeers } from "./server-process";

/** What is given behind the benchmark's name, as `--only=ours,floor --rounds=1 --seconds=2`. */
export interface Options {
  /** How often each server is measured; the medians are printed. */
  readonly rounds: number;
  /** How long each measurement takes. */
  readonly seconds: number;
  /** How large the room is, where a benchmark tries several sizes. Undefined: all of them. */
  readonly people: number | undefined;
  /** The first word of the names of the servers that take part. Undefined: all of them. */
  readonly only: ReadonlySet<string> | undefined;
}

export function readOptions(): Options {
  const given = new Map(
    process.argv
      .filter((argument) => argument.startsWith("--"))
      .map((argument) => argument.slice(2).split("=") as [string, string]),
  );
  const number = (name: string, usual: number) =>
    Number(given.get(name) ?? usual);
  const only = given.has("only")
    ? new Set(given.get("only")!.split(","))
    : undefined;
  const isAmongOurselves =
    only && [...only].every((name) => name === "ours" || name === "floor");
  if (!isAmongOurselves) requirePeers();
  const people = given.has("people") ? number("people", 0) : undefined;
  return {
    people,
    rounds: number("rounds", 3),
    seconds: number("seconds", 5),
    only,
  };
}

/** Those of `contestants` that the options let take part. */
export function takingPart<T extends { readonly name: string }>(
  contestants: readonly T[],
  { only }: Options,
): T[] {
  return contestants.filter(
    ({ name }) => !only || only.has(name.split(/[ ,]/)[0]!),
  );
}
