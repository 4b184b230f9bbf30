import { useId, type ReactNode, type RefObject } from "react";
import { Button } from "./button";
import { Modal } from "./modal";

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly cancelLabel: string;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  /** Called in either case. */
  readonly onClose: () => void;
  /** As a `Modal`'s. */
  readonly opener?: RefObject<HTMLElement | null>;
  /** Between the text and the buttons. */
  readonly children?: ReactNode;
}

/** Asks before something that is not easily taken back. The way out has the focus first. */
export function ConfirmDialog({
  title,
  text,
  cancelLabel,
  confirmLabel,
  onConfirm,
  onClose,
  opener,
  children,
}: ConfirmDialogProps) {
  const id = useId();
  return (
    <Modal
      role="alertdialog"
      titleId={`${id}-title`}
      textId={`${id}-text`}
      onClose={onClose}
      opener={opener}
      className="w-[min(24rem,calc(100vw-1.5rem))] rounded-panel p-5"
    >
      <h2 id={`${id}-title`} className="text-lead font-semibold wrap-anywhere">
        {title}
      </h2>
      <p id={`${id}-text`} className="text-ink-soft mt-1 text-pretty">
        {text}
      </p>
      {children}
      <div className="mt-5 flex justify-end gap-2">
        <Button look="quiet" data-first-focus onClick={onClose}>
          {cancelLabel}
        </Button>
        <Button
          look="filled"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  );
}
