import { useEffect, useState } from "react";
import { systemClock } from "@/core/base/clock";
import { findHint } from "./hint";

type ShownHint = NonNullable<ReturnType<typeof findHint>>;

/** A pointer that only passes must not be followed by hints. */
const REST_MS = 450;
/** Somebody who reads one hint after the other does not wait again. */
const KEEN_MS = 400;

/** The hint to show now: of what the mouse rests on, or of what the keyboard has just come to. */
export function useHint(): ShownHint | undefined {
  const [hint, setHint] = useState<ShownHint>();
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let current: ShownHint | undefined;
    /** What the mouse is over, shown or not: who has pressed it knows what it is. */
    let under: HTMLElement | undefined;
    let hiddenAt = -Infinity;
    let cancel = () => {};

    const show = (next: ShownHint) => {
      current = next;
      setHint(next);
    };
    const hide = () => {
      cancel();
      if (current) hiddenAt = systemClock.now();
      current = undefined;
      setHint(undefined);
    };
    const point = (event: PointerEvent) => {
      const next = event.pointerType === "mouse" && findHint(event.target);
      if (next && next.element === under) return;
      under = next ? next.element : undefined;
      hide();
      if (!next) return;
      const isKeen = systemClock.now() - hiddenAt < KEEN_MS;
      cancel = systemClock.after(isKeen ? 0 : REST_MS, () => show(next));
    };
    const focus = ({ target }: FocusEvent) => {
      const next = findHint(target);
      if (next?.element.matches(":focus-visible")) show(next);
      else hide();
    };

    document.addEventListener("pointerover", point, { signal });
    document.addEventListener("pointerdown", hide, { signal, capture: true });
    document.addEventListener("keydown", hide, { signal, capture: true });
    document.addEventListener("focusin", focus, { signal });
    document.addEventListener("focusout", hide, { signal });
    window.addEventListener("resize", hide, { signal });
    return () => {
      ending.abort();
      cancel();
    };
  }, []);
  return hint;
}
