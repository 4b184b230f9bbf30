import type { KeyboardEvent } from "react";

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * For the keydown event of a group of buttons that is one stop of the Tab key: the arrow keys go round in it.
 * Returns the button that has the focus now, or undefined for other keys.
 */
export function moveFocus(
  event: KeyboardEvent<HTMLElement>,
): HTMLButtonElement | undefined {
  const step = STEPS[event.key];
  if (!step) return undefined;
  const buttons = [
    ...event.currentTarget.querySelectorAll<HTMLButtonElement>(
      "button:not(:disabled)",
    ),
  ];
  const now = buttons.findIndex((button) => button === event.target);
  const next = buttons.at((now + step) % buttons.length);
  event.preventDefault();
  next?.focus();
  return next;
}
