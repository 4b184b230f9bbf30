import { useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import { classNames } from "./class-names";

interface ModalProps {
  /** `alertdialog` for what a person has to know before they go on. */
  readonly role: "dialog" | "alertdialog";
  /** The id of its title, and of its text if it has one. */
  readonly titleId: string;
  readonly textId?: string;
  /** Esc was pressed, or the ground beside it. */
  readonly onClose: () => void;
  /** Gets the focus afterwards. Default: what had it before, which must still be there. */
  readonly opener?: RefObject<HTMLElement | null> | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A window that has to be answered before the page goes on; the browser keeps the focus in it, and it comes back afterwards. What has
 * `data-first-focus` gets it first, else what stands first.
 */
export function Modal({
  role,
  titleId,
  textId,
  onClose,
  opener,
  className,
  children,
}: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = opener?.current ?? document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    return () => {
      element?.close();
      // The browser does so only for a dialog that stays in the page.
      if (before instanceof HTMLElement) before.focus();
    };
  }, [opener]);
  return (
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={titleId}
      aria-describedby={textId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        // The dialog's own box is all content: a click on the element itself is one on the ground.
        if (event.target === event.currentTarget) onClose();
      }}
      // Keys pressed here are not for the tools.
      onKeyDown={(event) => event.stopPropagation()}
      className={classNames(
        "bg-surface text-ink shadow-float backdrop:bg-shade max-sm:animate-rise sm:animate-appear m-auto max-h-[calc(100dvh-1.5rem)] max-w-full overflow-y-auto",
        className,
      )}
    >
      {children}
    </dialog>
  );
}
