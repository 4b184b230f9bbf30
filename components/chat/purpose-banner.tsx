import { Pencil, Reply, X } from "lucide-react";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";
import type { Purpose } from "./composer";

interface PurposeBannerProps {
  readonly purpose: Purpose;
  readonly onLeave: () => void;
}

/** Above the field: which message is answered or edited. */
export function PurposeBanner({ purpose, onLeave }: PurposeBannerProps) {
  const t = useTranslations("chat");
  if (purpose.kind === "write") return null;
  const isEdit = purpose.kind === "edit";
  const Icon = isEdit ? Pencil : Reply;
  const { name, text } = purpose.message;
  return (
    <div className="border-accent bg-sunken mb-1.5 flex items-center gap-2 rounded-chip border-l-3 pl-2.5">
      <Icon className="text-accent size-4 shrink-0" aria-hidden="true" />
      <p className="text-small min-w-0 grow py-1">
        <span className="block truncate font-semibold">
          {isEdit ? t("editing") : t("replyTo", { name })}
        </span>
        <span className="text-ink-soft block truncate">{text}</span>
      </p>
      <IconButton label={t("cancel")} shortcut="Escape" onClick={onLeave}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
