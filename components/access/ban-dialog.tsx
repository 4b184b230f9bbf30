import { TriangleAlert } from "lucide-react";
import { useId, useState, type RefObject } from "react";
import { useTranslations } from "../messages/use-translations";
import { ConfirmDialog } from "../ui/confirm-dialog";

interface BanDialogProps {
  readonly name: string;
  readonly onBan: (ban: { readonly withAddress: boolean }) => void;
  readonly onClose: () => void;
  /** The button that has led here. */
  readonly opener: RefObject<HTMLButtonElement | null>;
}

/** Asks before somebody is kept out, and whether by their address, too. */
export function BanDialog({ name, onBan, onClose, opener }: BanDialogProps) {
  const t = useTranslations("access.ban");
  const id = useId();
  const [withAddress, setWithAddress] = useState(false);
  return (
    <ConfirmDialog
      title={t("title", { name })}
      text={t("text")}
      cancelLabel={t("cancel")}
      confirmLabel={t("confirm")}
      onConfirm={() => onBan({ withAddress })}
      onClose={onClose}
      opener={opener}
    >
      <label className="mt-4 flex min-h-11 cursor-pointer items-center gap-3 font-medium">
        <input
          type="checkbox"
          checked={withAddress}
          aria-describedby={withAddress ? id : undefined}
          onChange={(event) => setWithAddress(event.target.checked)}
          className="accent-accent size-5 shrink-0"
        />
        {t("withAddress")}
      </label>
      {withAddress && (
        <p
          id={id}
          className="bg-danger-soft text-danger text-small mt-1 flex gap-2.5 rounded-control p-3 font-medium"
        >
          <TriangleAlert className="mt-px size-4 shrink-0" aria-hidden="true" />
          {t("addressWarning")}
        </p>
      )}
    </ConfirmDialog>
  );
}
