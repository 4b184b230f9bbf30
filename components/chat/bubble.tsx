import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";

interface BubbleProps {
  readonly isMine: boolean;
  readonly children: ReactNode;
}

/** The ground of a message: its own side and colour for mine. */
export function Bubble({ isMine, children }: BubbleProps) {
  return (
    <div
      className={classNames(
        "mt-0.5 max-w-[88%] rounded-panel px-3 py-1.5",
        isMine
          ? "bg-accent-soft self-end rounded-br-key"
          : "bg-sunken self-start rounded-bl-key",
      )}
    >
      {children}
    </div>
  );
}
