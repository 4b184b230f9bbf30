/** What is given behind the benchmark's name, as `--sizes=1000,20000 --only=ours,naive --work=pan,drag --runs=1`. */
export interface Options {
  /** How many shapes the board has, one table each. */
  readonly sizes: readonly number[];
  /** Names of the pages that take part. Undefined: all of them. */
  readonly only: ReadonlySet<string> | undefined;
  /** Names of the workloads. Undefined: all of them. */
  readonly work: ReadonlySet<string> | undefined;
  /** How often each page is measured; the medians are printed. */
  readonly runs: number;
  /** Where our own server is. Undefined: one is built and started. */
  readonly url: string | undefined;
  /** A file that takes every figure as JSON. */
  readonly json: string | undefined;
  /** A folder that takes a picture of each page, for seeing that all show the same. */
  readonly shots: string | undefined;
}

export function readOptions(): Options {
  const given = new Map(
    process.argv
      .filter((argument) => argument.startsWith("--"))
      .map((argument) => argument.slice(2).split("=") as [string, string]),
  );
  const names = (name: string) =>
    given.has(name) ? new Set(given.get(name)!.split(",")) : undefined;
  return {
    sizes: [...(names("sizes") ?? ["1000", "5000", "20000"])].map(Number),
    only: names("only"),
    work: names("work"),
    runs: Number(given.get("runs") ?? 3),
    url: given.get("url"),
    json: given.get("json"),
    shots: given.get("shots"),
  };
}
