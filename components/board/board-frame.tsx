import type { ReactNode } from "react";

interface BoardFrameProps {
  readonly topLeft?: ReactNode;
  readonly topRight?: ReactNode;
  /** At the left side, in a window that is large enough. */
  readonly side: ReactNode;
  readonly tools: ReactNode;
  /** Before `view`, on a narrow window above the tools. */
  readonly actions: ReactNode;
  readonly view: ReactNode;
}

/** Where the panels lie on the board. Between them the pointer reaches the canvas. */
export function BoardFrame({
  topLeft,
  topRight,
  side,
  tools,
  actions,
  view,
}: BoardFrameProps) {
  return (
    <div className="p-edge pointer-events-none absolute inset-0 flex flex-col justify-between gap-2">
      <div className="flex items-start justify-between gap-2">
        {topLeft}
        {topRight}
      </div>
      <div className="flex min-h-0 flex-1 flex-col items-start">{side}</div>
      <div className="wide:grid flex grid-cols-[1fr_auto_1fr] flex-col items-center gap-2">
        <div className="wide:contents flex w-full items-end justify-between gap-2">
          <div className="wide:col-start-1 wide:row-start-1">{actions}</div>
          <div className="wide:col-start-3 wide:row-start-1 flex justify-end gap-2">
            {view}
          </div>
        </div>
        <div className="wide:col-start-2 wide:row-start-1">{tools}</div>
      </div>
    </div>
  );
}
