import { Check, SendHorizontal } from "lucide-react";
import { useTranslations } from "../messages/use-translations";

interface SendButtonProps {
  /** Whether a message is changed rather than sent. */
  readonly isEdit: boolean;
  readonly isEnabled: boolean;
}

export function SendButton({ isEdit, isEnabled }: SendButtonProps) {
  const t = useTranslations("chat");
  const Icon = isEdit ? Check : SendHorizontal;
  return (
    <button
      type="submit"
      aria-label={isEdit ? t("save") : t("send")}
      disabled={!isEnabled}
      className="size-control text-accent hover:bg-hover disabled:text-ink-soft ml-auto inline-flex shrink-0 items-center justify-center rounded-control transition-colors disabled:opacity-50 disabled:hover:bg-transparent"
    >
      <Icon className="size-5" aria-hidden="true" />
    </button>
  );
}
