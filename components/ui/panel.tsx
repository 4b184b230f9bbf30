import type { ComponentProps, MouseEvent } from "react";
import { classNames } from "./class-names";

/** A piece of the interface that floats on the board. */
export function Panel({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      data-panel=""
      onMouseDown={leaveFocus}
      className={classNames(
        "bg-surface shadow-panel pointer-events-auto flex items-center rounded-panel p-1",
        className,
      )}
      {...rest}
    />
  );
}

/** Whoever clicks a button goes on with the board: Enter and Space are for the tools then, and not for the button once more. */
function leaveFocus(event: MouseEvent<HTMLElement>): void {
  const { target } = event;
  if (!(target instanceof Element) || !target.closest("button")) return;
  const focused = document.activeElement;
  const isTyping = focused?.matches("input, textarea, [contenteditable]");
  // Leaving a text is what ends the typing.
  if (isTyping) return;
  event.preventDefault();
  if (focused instanceof HTMLButtonElement) focused.blur();
}
