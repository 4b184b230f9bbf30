import { useLayoutEffect, type RefObject } from "react";

/**
 * When what is in `ref` goes while it has the focus, the heading of the window that it is in takes it: whoever uses the keys goes on
 * from there, and not from the top of the page. The heading, an `h2`, needs `tabIndex={-1}`.
 */
export function useHandOnFocus(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = ref.current;
    const heading = element
      ?.closest('[role="dialog"]')
      ?.querySelector<HTMLElement>("h2");
    return () => {
      if (document.activeElement === element) heading?.focus();
    };
  }, [ref]);
}
