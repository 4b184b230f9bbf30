import { Globe, Info, X } from "lucide-react";
import { useId } from "react";
import type { BoardId } from "@/core/base/ids";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";
import { Modal } from "../ui/modal";
import { CopyField } from "./copy-field";
import { QrCode } from "./qr-code";
import { useSharedLink } from "./use-shared-link";

interface ShareDialogProps {
  readonly room: BoardId;
  readonly onClose: () => void;
}

/** How others get here: the link, the same as a QR code, and what a person with it may do. */
export function ShareDialog({ room, onClose }: ShareDialogProps) {
  const t = useTranslations("share");
  const id = useId();
  const { href, reach } = useSharedLink(room);
  const host = window.location.hostname;
  return (
    <Modal
      role="dialog"
      titleId={`${id}-title`}
      textId={`${id}-text`}
      onClose={onClose}
      className="max-sm:mb-0 max-sm:w-full max-sm:rounded-t-sheet sm:w-md sm:rounded-sheet"
    >
      <div className="p-6 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
        <h2 id={`${id}-title`} className="text-title font-semibold">
          {t("heading")}
        </h2>
        <p
          id={`${id}-text`}
          className="text-ink-soft mt-1.5 mb-5 flex items-center gap-2"
        >
          <Globe className="size-4 shrink-0" aria-hidden="true" />
          {t("access")}
        </p>
        <CopyField href={href} />
        {reach !== "everywhere" && (
          <p className="bg-sunken text-small text-ink-soft mt-3 flex gap-2.5 rounded-control p-3">
            <Info className="mt-px size-4 shrink-0" aria-hidden="true" />
            {reach === "network"
              ? t("lan", { host })
              : t("localOnly", { host })}
          </p>
        )}
        <div className="mt-5 flex items-center gap-5">
          <div className="w-36 shrink-0">
            <QrCode text={href} label={t("qr")} />
          </div>
          <p className="text-ink-soft text-pretty">{t("scan")}</p>
        </div>
        <div className="absolute top-4 right-4">
          <IconButton label={t("close")} onClick={onClose}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      </div>
    </Modal>
  );
}
