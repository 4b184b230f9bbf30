import { DropdownMenu } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { createPortal } from "react-dom";

/** The part of the window that a menu opens beside; CSS pixels. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface MenuProps {
  readonly label: string;
  readonly place: MenuPlace;
  /** Of the place. Beside it, a menu may be as high as the window. */
  readonly side?: "bottom" | "right";
  /** The button that opens and closes it, if there is one. */
  readonly button?: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The classes of what a menu holds. */
export const MENU_ITEM =
  "h-control flex shrink-0 items-center gap-3 rounded-control pr-3 pl-2.5 whitespace-nowrap outline-none select-none data-highlighted:bg-hover data-[state=open]:bg-hover data-disabled:opacity-45";

const CONTENT =
  "compact bg-surface shadow-float animate-appear text-small z-40 flex max-h-(--radix-dropdown-menu-content-available-height) min-w-56 flex-col overflow-y-auto rounded-panel p-1.5";

/** A list of things to do, open at a place of the window. The arrow keys move in it, letters jump, Esc closes it. */
export function Menu({
  label,
  place,
  side = "bottom",
  button,
  onClose,
  children,
}: MenuProps) {
  const host = hostOf(button);
  return (
    <DropdownMenu.Root
      open
      modal={false}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {/* Not where it is used: within what is transformed, `fixed` is no place of the window. */}
      {createPortal(
        <DropdownMenu.Trigger asChild>
          <span
            aria-hidden="true"
            className="pointer-events-none fixed"
            style={{
              left: place.x,
              top: place.y,
              width: place.width,
              height: place.height,
            }}
          />
        </DropdownMenu.Trigger>,
        host,
      )}
      <DropdownMenu.Portal container={host}>
        <DropdownMenu.Content
          aria-label={label}
          aria-labelledby={undefined}
          side={side}
          align="start"
          sideOffset={side === "bottom" ? 10 : 2}
          collisionPadding={12}
          loop
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            button?.current?.focus();
          }}
          onInteractOutside={(event) => {
            // The button closes it by itself.
            if (button?.current?.contains(event.target as Node))
              event.preventDefault();
          }}
          onContextMenu={(event) => event.preventDefault()}
          className={CONTENT}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Where a menu lies. That of a button in a popup lies over it, as the popup does over the page. */
const hostOf = (button: MenuProps["button"]): HTMLElement =>
  (button?.current?.closest("main") === null ? undefined : mainOfPage()) ??
  document.body;

/** A menu belongs to what the page is about: beside it, those who go from landmark to landmark would miss it. */
const mainOfPage = () => document.querySelector("main");

interface SubmenuProps {
  readonly label: string;
  /** Before the label, and the sign that there is more behind it. */
  readonly icon: ReactNode;
  readonly arrow: ReactNode;
  readonly children: ReactNode;
}

export function Submenu({ label, icon, arrow, children }: SubmenuProps) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={MENU_ITEM}>
        {icon}
        {label}
        <span className="ml-auto pl-6">{arrow}</span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={mainOfPage()}>
        <DropdownMenu.SubContent
          aria-label={label}
          sideOffset={4}
          alignOffset={-6}
          collisionPadding={12}
          loop
          className={CONTENT}
        >
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

export function MenuDivider() {
  return (
    <DropdownMenu.Separator className="bg-line -mx-1.5 my-1.5 h-px shrink-0" />
  );
}
