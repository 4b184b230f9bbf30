import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A piece of the interface that floats on the board. */
export function Panel({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      className={classNames(
        "bg-surface shadow-panel pointer-events-auto flex items-center rounded-panel p-1",
        className,
      )}
      {...rest}
    />
  );
}
