import { useId } from "react";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { Modal } from "../ui/modal";

interface DeleteDialogProps {
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Asks before a message is taken back, which nobody can undo. */
export function DeleteDialog({ onDelete, onClose }: DeleteDialogProps) {
  const t = useTranslations("chat");
  const id = useId();
  return (
    <Modal
      role="alertdialog"
      titleId={`${id}-title`}
      textId={`${id}-text`}
      onClose={onClose}
      className="w-[min(22rem,calc(100vw-1.5rem))] rounded-panel p-5"
    >
      <h2 id={`${id}-title`} className="text-lead font-semibold">
        {t("deleteTitle")}
      </h2>
      <p id={`${id}-text`} className="text-ink-soft mt-1">
        {t("deleteText")}
      </p>
      <div className="mt-5 flex justify-end gap-2">
        <Button look="quiet" data-first-focus onClick={onClose}>
          {t("keep")}
        </Button>
        <Button
          look="filled"
          onClick={() => {
            onDelete();
            onClose();
          }}
        >
          {t("delete")}
        </Button>
      </div>
    </Modal>
  );
}
