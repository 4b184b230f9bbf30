import { useLayoutEffect, useRef } from "react";
import { useHint } from "./use-hint";

/** Between a hint and what it belongs to, and between a hint and the window's edge; CSS pixels. */
const GAP = 8;

/** Shows hints. One for the whole page: see `hintAttributes`. */
export function HintLayer() {
  const hint = useHint();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!hint || !box.current) return;
    const target = hint.element.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height, style } = box.current;
    const centred = target.left + target.width / 2 - width / 2;
    const rightmost = window.innerWidth - width - GAP;
    style.left = `${Math.max(GAP, Math.min(centred, rightmost))}px`;
    style.top =
      hint.side === "top"
        ? `${target.top - height - GAP}px`
        : `${target.bottom + GAP}px`;
  }, [hint]);

  if (!hint) return null;
  return (
    <div
      ref={box}
      aria-hidden="true"
      className="bg-ink text-surface text-small animate-appear pointer-events-none fixed z-50 flex items-center gap-2 rounded-chip px-2.5 py-1.5 font-medium whitespace-nowrap select-none"
    >
      {hint.label}
      {hint.keys && (
        <kbd className="bg-surface/15 text-fine -my-0.5 -mr-1 rounded-key px-1.5 py-0.5 font-sans font-semibold">
          {hint.keys}
        </kbd>
      )}
    </div>
  );
}
