import { Popover } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import type { PopupProps } from "./use-popup";

interface PopupFrameProps extends PopupProps {
  readonly label: string;
  readonly side: "top" | "bottom" | "right";
  readonly className: string;
  readonly children: ReactNode;
}

/** A small window beside the button that opened it. */
export function Popup({
  anchor,
  onDismiss,
  onDone,
  label,
  side,
  className,
  children,
}: PopupFrameProps) {
  return (
    <Popover.Root open onOpenChange={onDismiss}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          side={side}
          align={side === "right" ? "start" : "end"}
          // Clear of the panel that the button is in.
          sideOffset={side === "right" ? 28 : 16}
          collisionPadding={12}
          aria-label={label}
          onEscapeKeyDown={onDone}
          onInteractOutside={(event) => {
            // The button closes it by itself.
            if (anchor.current?.contains(event.target as Node))
              event.preventDefault();
          }}
          // Keys pressed here are not for the tools.
          onKeyDown={(event) => event.stopPropagation()}
          className={classNames(
            "bg-surface shadow-float animate-appear z-40 max-h-(--radix-popover-content-available-height) overflow-y-auto rounded-panel",
            className,
          )}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
