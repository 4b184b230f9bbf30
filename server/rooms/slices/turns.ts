import { setImmediate } from "node:timers/promises";

/** Resolves once the event loop has had a turn, and with it everybody else who waits for something. */
export const nextTurn = (): Promise<void> => setImmediate();

/** Does something that stops now and then: all of it at once. */
export function atOnce<Result>(steps: Iterator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same with a turn of the event loop at each stop. Returns what comes of it at once when it does not stop. */
export function soon<Result>(
  steps: Iterator<unknown, Result>,
): Result | Promise<Result> {
  const { done, value } = steps.next();
  return done ? value : rest(steps);
}

async function rest<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  for (;;) {
    await nextTurn();
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Whether it is the last one is told with each. */
type Use = (slice: Uint8Array, isLast: boolean) => void;

/** Makes and uses slices, one in each turn of the event loop. Returns undefined when there was only one, which has been used. */
export function useInTurns(
  slices: Iterator<Uint8Array, void>,
  use: Use,
): Promise<void> | undefined {
  const first = slices.next();
  if (first.done) return undefined;
  const second = slices.next();
  if (!second.done) return useRest(slices, use, [first.value, second.value]);
  use(first.value, true);
  return undefined;
}

async function useRest(
  slices: Iterator<Uint8Array, void>,
  use: Use,
  [first, second]: [Uint8Array, Uint8Array],
): Promise<void> {
  use(first, false);
  let slice = second;
  for (;;) {
    await nextTurn();
    const next = slices.next();
    use(slice, next.done === true);
    if (next.done) return;
    slice = next.value;
  }
}
