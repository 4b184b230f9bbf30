import { startTransition, useOptimistic } from "react";

/**
 * A choice that is shown as made while the server is asked, and as it was before if it was not done.
 *
 * @param choose Resolves once the server has answered and `value` is up to date. Must not reject.
 */
export function useShownChoice<Value>(
  value: Value,
  choose: (value: Value) => Promise<unknown>,
): [shown: Value, choose: (value: Value) => void] {
  const [shown, show] = useOptimistic(value);
  return [
    shown,
    (next) =>
      startTransition(async () => {
        show(next);
        await choose(next);
      }),
  ];
}
