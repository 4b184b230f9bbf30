import type { RefObject } from "react";
import { useTranslations } from "../messages/use-translations";
import { ConfirmDialog } from "../ui/confirm-dialog";

interface HandOverDialogProps {
  readonly name: string;
  readonly onHandOver: () => void;
  readonly onClose: () => void;
  /** The button that has led here. */
  readonly opener: RefObject<HTMLButtonElement | null>;
}

/** Asks before the board becomes somebody else's. */
export function HandOverDialog({
  name,
  onHandOver,
  onClose,
  opener,
}: HandOverDialogProps) {
  const t = useTranslations("access.handOver");
  return (
    <ConfirmDialog
      title={t("title", { name })}
      text={t("text", { name })}
      cancelLabel={t("cancel")}
      confirmLabel={t("confirm")}
      onConfirm={onHandOver}
      onClose={onClose}
      opener={opener}
    />
  );
}
