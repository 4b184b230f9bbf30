import { useTranslations } from "../messages/use-translations";
import { ConfirmDialog } from "../ui/confirm-dialog";

interface DeleteDialogProps {
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Asks before a message is taken back, which nobody can undo. */
export function DeleteDialog({ onDelete, onClose }: DeleteDialogProps) {
  const t = useTranslations("chat");
  return (
    <ConfirmDialog
      title={t("deleteTitle")}
      text={t("deleteText")}
      cancelLabel={t("keep")}
      confirmLabel={t("delete")}
      onConfirm={onDelete}
      onClose={onClose}
    />
  );
}
