import { useRef, useState, type RefObject } from "react";

/** What a popup gets from the button that opens it. */
export interface PopupProps {
  /** What it opens beside. */
  readonly anchor: RefObject<HTMLButtonElement | null>;
  /** Called when something else is clicked. */
  readonly onDismiss: () => void;
  /** Called when its user is done with it: the focus goes back to the button. */
  readonly onDone: () => void;
}

/** A button that opens a popup. The popup is rendered while `isOpen`, and so can be loaded only then. */
export function usePopup() {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const popup: PopupProps = {
    anchor,
    onDismiss: () => setOpen(false),
    onDone: () => {
      setOpen(false);
      anchor.current?.focus();
    },
  };
  const trigger = {
    ref: anchor,
    "aria-haspopup": "dialog",
    "aria-expanded": isOpen,
    onClick: () => setOpen(!isOpen),
  } as const;
  return { isOpen, trigger, popup };
}
