import { Download, Lock } from "lucide-react";
import { useState } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { boardFileOf } from "@/client/transfer/board-file";
import type { BoardId } from "@/core/base/ids";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { saveFile } from "../ui/save-file";

interface UnwelcomeWorkProps {
  readonly room: BoardId;
  readonly client: BoardClient;
}

/** Tells of changes that the server does not take, since this person may not draw: they are offered as a file, and can be given up. */
export function UnwelcomeWork({ room, client }: UnwelcomeWorkProps) {
  const t = useTranslations("unwelcome");
  const save = useStore(client.saveState);
  const [isKept, setKept] = useState(false);
  const [isAsking, setAsking] = useState(false);
  if (save.state !== "forbidden") return null;
  const { changes } = save;

  const keepFile = () => {
    const { name, text } = boardFileOf(client.editor.board, room);
    saveFile(name, text);
    setKept(true);
  };
  const discard = async () => {
    await client.discardCopy();
    window.location.reload();
  };
  return (
    <section
      aria-label={t("title")}
      className="bg-surface shadow-float animate-appear pointer-events-auto absolute inset-x-3 top-20 z-10 mx-auto flex max-w-md flex-col gap-3 rounded-panel p-4"
    >
      <div className="flex gap-3">
        <Lock
          className="text-danger mt-0.5 size-4.5 shrink-0"
          aria-hidden="true"
        />
        <div role="status">
          <p className="font-semibold">{t("title")}</p>
          <p className="text-small text-ink-soft mt-1 text-pretty">
            {t("text", { changes })}
          </p>
          {isKept && (
            <p className="text-small text-ink-soft mt-1">{t("fileKept")}</p>
          )}
        </div>
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="bare" onClick={() => setAsking(true)}>
          {t("discard", { changes })}
        </Button>
        <Button look="filled" onClick={keepFile}>
          <Download className="size-4" aria-hidden="true" />
          {t("keepFile")}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t("discardTitle", { changes })}
          text={t("discardText", { changes })}
          cancelLabel={t("discardCancel")}
          confirmLabel={t("discardConfirm")}
          onConfirm={() => void discard()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
