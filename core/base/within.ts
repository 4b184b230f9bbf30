import type { Clock } from "./clock";

/** Resolves or rejects as `work` does, or resolves with undefined when it has not ended after `limit` milliseconds. */
export function within<Result>(
  clock: Clock,
  limit: number,
  work: Promise<Result>,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const giveUp = clock.after(limit, () => resolve(undefined));
    work.then(resolve, reject).finally(giveUp);
  });
}
