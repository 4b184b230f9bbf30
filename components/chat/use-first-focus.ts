import { useEffect, type RefObject } from "react";

/** Puts the caret at the end of `field` when it appears and each time that `reason` changes. */
export function useFirstFocus(
  field: RefObject<HTMLTextAreaElement | null>,
  reason: string,
): void {
  useEffect(() => {
    const isAsked = reason !== "write";
    // Not where that would bring up a keyboard over what one came to read.
    if (!isAsked && !matchMedia("(pointer: fine)").matches) return;
    // After the menu that it was asked for in, which gives the focus back as it closes.
    const frame = requestAnimationFrame(() => {
      const { current } = field;
      current?.focus();
      current?.setSelectionRange(current.value.length, current.value.length);
    });
    return () => cancelAnimationFrame(frame);
  }, [field, reason]);
}
