import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from "react";

interface EndAnchorOptions {
  /** Tells the list's oldest entry from the one before more were put above it. */
  readonly first: unknown;
  /** Tells the list's newest entry from the one before. */
  readonly last: unknown;
  /** Called again and again while the reader is close to the top. */
  readonly onNearTop: () => void;
}

interface EndAnchor {
  readonly list: RefObject<HTMLDivElement | null>;
  /** Whether the newest is in view. */
  readonly isAtEnd: boolean;
  /** For the list's scroll event. */
  readonly onScroll: () => void;
  readonly goToEnd: () => void;
}

/** Closer to the end than this counts as being there; CSS pixels. */
const NEAR = 24;
/** Older content is asked for this long before its reader reaches the top; CSS pixels. */
const EARLY = 240;

/**
 * Holds a list that grows at both ends still for its reader: at its end it follows what is new, elsewhere what is read stays
 * where it is. The list must have `overflow-anchor: none`, since not every browser would do the same by itself.
 */
export function useEndAnchor({
  first,
  last,
  onNearTop,
}: EndAnchorOptions): EndAnchor {
  const list = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const known = useRef({ first, height: 0, isAtEnd: true });

  const onScroll = useCallback(() => {
    if (!list.current) return;
    const { scrollTop, scrollHeight, clientHeight } = list.current;
    const isNowAtEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    known.current.isAtEnd = isNowAtEnd;
    setAtEnd(isNowAtEnd);
    if (scrollTop < EARLY) onNearTop();
  }, [onNearTop]);

  const goToEnd = useCallback(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    if (!list.current) return;
    const { scrollHeight } = list.current;
    const before = known.current;
    if (before.isAtEnd) goToEnd();
    else if (before.first !== first)
      list.current.scrollTop += scrollHeight - before.height;
    known.current = { ...before, first, height: scrollHeight };
  }, [first, last, goToEnd]);

  useLayoutEffect(() => {
    if (!list.current) return;
    // The composer and a phone's keyboard change the list's height under its reader.
    const observer = new ResizeObserver(() => {
      if (known.current.isAtEnd) goToEnd();
    });
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [goToEnd]);

  return { list, isAtEnd, onScroll, goToEnd };
}
