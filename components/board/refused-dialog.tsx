import { Download, TriangleAlert } from "lucide-react";
import { useId, useState } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { boardFileOf } from "@/client/transfer/board-file";
import type { BoardId } from "@/core/base/ids";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { HomeLink } from "../pages/home-link";
import { Button } from "../ui/button";
import { Modal } from "../ui/modal";
import { saveFile } from "../ui/save-file";
import { PasswordForm } from "./password-form";
import {
  canKnockAgain,
  isCuredByReload,
  isLastCopy,
  refusalOf,
} from "./refusal";

interface RefusedDialogProps {
  readonly room: BoardId;
  readonly client: BoardClient;
  /** The close code. */
  readonly code: number;
  readonly reason: string;
}

/** Says why the server ended the connection for good, what that means for this person's work, and what to do now. */
export function RefusedDialog({
  room,
  client,
  code,
  reason,
}: RefusedDialogProps) {
  const t = useTranslations("refused");
  const pages = useTranslations("pages");
  const id = useId();
  const [isOpen, setOpen] = useState(true);
  const [isKept, setKept] = useState(false);
  const save = useStore(client.saveState);
  if (!isOpen) return null;
  const refusal = refusalOf(code, reason);
  const canReload = isCuredByReload(refusal);
  const canKnock = canKnockAgain(refusal);
  const isOpenedAnew = refusal === "otherEpoch";
  // With the password they reach it yet.
  const lost =
    save.state === "waiting" && refusal !== "password" ? save.changes : 0;
  const { board } = client.editor;
  const isWorthAFile = board.size > 0 && (lost > 0 || isLastCopy(refusal));

  const openAnew = () => {
    client.leaveCopy();
    window.location.reload();
  };
  const keepFile = () => {
    const { name, text } = boardFileOf(board, room);
    saveFile(name, text);
    setKept(true);
  };
  return (
    <Modal
      role="alertdialog"
      titleId={`${id}-title`}
      textId={`${id}-text`}
      onClose={() => setOpen(false)}
      className="w-[min(26rem,calc(100vw-1.5rem))] rounded-sheet"
    >
      <div className="flex flex-col p-6">
        <h2
          id={`${id}-title`}
          className="text-title font-semibold text-balance"
        >
          {t(`${refusal}.title`)}
        </h2>
        <p id={`${id}-text`} className="text-ink-soft mt-2 text-pretty">
          {refusal === "other"
            ? t("other.text", { code: String(code) })
            : t(`${refusal}.text`)}
        </p>
        {lost > 0 && (
          <p className="bg-danger-soft text-danger text-small mt-4 flex gap-2.5 rounded-control p-3 font-medium">
            <TriangleAlert
              className="mt-px size-4 shrink-0"
              aria-hidden="true"
            />
            {t("lost", { changes: lost })}
          </p>
        )}
        {refusal === "password" && <PasswordForm client={client} />}
        <div className="mt-6 flex flex-col gap-2">
          {canKnock && (
            <Button look="filled" onClick={() => client.reconnect()}>
              {t("knock")}
            </Button>
          )}
          {canReload && (
            <Button look="filled" onClick={() => window.location.reload()}>
              {t("reload")}
            </Button>
          )}
          {isOpenedAnew && (
            <Button look="filled" onClick={openAnew}>
              {t("openAnew")}
            </Button>
          )}
          {isWorthAFile && (
            <Button look="quiet" onClick={keepFile}>
              <Download className="size-4" aria-hidden="true" />
              {t("keepFile")}
            </Button>
          )}
          <p role="status" className="text-small text-ink-soft empty:hidden">
            {isKept && t("fileKept")}
          </p>
          {!isOpenedAnew && (
            <HomeLink
              label={pages("home")}
              look={
                canReload || canKnock || refusal === "password"
                  ? "quiet"
                  : "filled"
              }
            />
          )}
          {board.size > 0 && (
            <Button look="bare" onClick={() => setOpen(false)}>
              {t("look")}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
