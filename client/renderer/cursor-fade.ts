/** Milliseconds since a cursor last moved: first it fades to a hint of itself, much later it goes. */
const IDLE_AFTER = 3_000;
const FADE_TIME = 500;
const GONE_AFTER = 60_000;
const IDLE_ALPHA = 0.35;

export interface CursorFade {
  /** 0 to 1. */
  readonly alpha: number;
  /** When the alpha changes next, in milliseconds from now; 0 while it is changing, undefined when it stays. */
  readonly changesIn: number | undefined;
}

/** How clearly a cursor is shown that has not moved for `idle` milliseconds. */
export function cursorFade(idle: number): CursorFade {
  if (idle < IDLE_AFTER) return { alpha: 1, changesIn: IDLE_AFTER - idle };
  if (idle >= GONE_AFTER) return { alpha: 0, changesIn: undefined };
  const share = (idle - IDLE_AFTER) / FADE_TIME;
  if (share < 1) return { alpha: 1 - share * (1 - IDLE_ALPHA), changesIn: 0 };
  return { alpha: IDLE_ALPHA, changesIn: GONE_AFTER - idle };
}
