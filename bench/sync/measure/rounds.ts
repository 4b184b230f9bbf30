import { percentile } from "../../storage/report";

type Figures<K extends string> = Readonly<Record<K, number>>;

/**
 * Measures each contestant so often, in turns, so that a busy moment of the machine does not hit one of them alone. Returns the
 * medians, in the order of the contestants.
 */
export async function inTurns<T, K extends string>(
  contestants: readonly T[],
  rounds: number,
  measure: (contestant: T) => Promise<Figures<K>>,
): Promise<Figures<K>[]> {
  const figures = contestants.map((): Figures<K>[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [i, contestant] of contestants.entries())
      figures[i]!.push(await measure(contestant));
  return figures.map(mediansOf);
}

function mediansOf<K extends string>(rounds: readonly Figures<K>[]) {
  const names = Object.keys(rounds[0]!) as K[];
  const medianOf = (name: K) =>
    percentile(
      rounds.map((figures) => figures[name]),
      50,
    );
  return Object.fromEntries(
    names.map((name) => [name, medianOf(name)]),
  ) as Record<K, number>;
}
