import type { StyleSubject } from "@/client/editor/styles/style-subject";

/** Whether the panel would show the same for both. */
export function isSameSubject(
  before: StyleSubject | undefined,
  now: StyleSubject | undefined,
): boolean {
  if (!before || !now) return before === now;
  return (
    before.names.length === now.names.length &&
    before.names.every(
      (name, index) =>
        name === now.names[index] && before.valueOf(name) === now.valueOf(name),
    )
  );
}
