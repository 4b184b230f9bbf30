import type { ReactNode } from "react";

interface BoardFrameProps {
  readonly topLeft?: ReactNode;
  readonly topRight?: ReactNode;
  /** At the side of a large window, above the tools on a phone. */
  readonly style: ReactNode;
  readonly tools: ReactNode;
  /** For what is selected: before `view`, on a phone above it. */
  readonly selection: ReactNode;
  readonly view: ReactNode;
}

/** Where the panels lie on the board. Between them the pointer reaches the canvas. */
export function BoardFrame({
  topLeft,
  topRight,
  style,
  tools,
  selection,
  view,
}: BoardFrameProps) {
  return (
    <div className="p-edge pointer-events-none absolute inset-0 flex flex-col justify-between">
      <div className="flex items-start justify-between gap-2">
        {topLeft}
        {topRight}
      </div>
      <div className="grid grid-cols-[1fr_auto_1fr] gap-2 max-sm:flex max-sm:flex-wrap max-sm:justify-center">
        <div className="above:col-span-3 above:flex above:min-w-0 above:basis-full above:justify-center beside:absolute beside:top-1/2 beside:left-3 beside:-translate-y-1/2">
          {style}
        </div>
        <div className="sm:col-start-2">{tools}</div>
        <div className="flex justify-end gap-2">
          <div className="max-sm:absolute max-sm:right-3 max-sm:bottom-[calc(max(0.75rem,env(safe-area-inset-bottom))+3.75rem)]">
            {selection}
          </div>
          {view}
        </div>
      </div>
    </div>
  );
}
