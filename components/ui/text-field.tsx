import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** One line to type into. Its label is the caller's. */
export function TextField({ className, ...rest }: ComponentProps<"input">) {
  return (
    <input
      type="text"
      className={classNames(
        "bg-surface text-input h-control placeholder:text-ink-soft w-full min-w-0 rounded-control px-3.5",
        // The edge is what shows that one can type here: it needs more contrast than a mere line.
        "shadow-[inset_0_0_0_1px_var(--color-line-strong)] transition-shadow",
        "aria-invalid:shadow-[inset_0_0_0_2px_var(--color-danger)]",
        className,
      )}
      {...rest}
    />
  );
}
