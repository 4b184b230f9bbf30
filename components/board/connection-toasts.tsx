"use client";

import { useEffect, useState } from "react";
import { Toaster, toast } from "sonner";
import type { BoardClient } from "@/client/create-board-client";
import { systemClock } from "@/core/base/clock";
import { CloseCode } from "@/core/protocol/close-codes";
import { useAccessToasts } from "../access/use-access-toasts";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";

/** CSS pixels. */
const BELOW_PANELS = 76;

/** A cut shorter than this is not worth a word. */
const PATIENCE_MS = 3_000;

/** Tells a person that the line is cut, that they may go on, and when it is back; or that the board takes nobody more; and what they may do, when that changes. */
export function ConnectionToasts({ client }: { readonly client: BoardClient }) {
  const t = useTranslations("board");
  const line = useSelected(client.connection, lineOf);
  const [status, setStatus] = useState(line);
  useAccessToasts(client);
  // An attempt to come back may end as the last one did.
  if (line !== "trying" && line !== status) setStatus(line);
  const isKept = useSelected(client.copy, (copy) => copy !== "failing");
  useEffect(() => {
    if (status !== "cut" && status !== "full") return;
    const cutText = isKept ? "offlineToast" : "offlineNoCopyToast";
    const text = status === "full" ? "fullToast" : cutText;
    let isShown = false;
    const cancel = systemClock.after(
      status === "full" ? 0 : PATIENCE_MS,
      () => {
        isShown = true;
        toast(t(text), {
          id: TOAST,
          duration: Infinity,
          action: { label: t("retry"), onClick: () => client.reconnect() },
        });
      },
    );
    return () => {
      cancel();
      if (!isShown) return;
      const isBack = lineOf(client.connection.get()) === "live";
      if (isBack) toast(t("onlineToast"), { id: TOAST, duration: 3_000 });
      else toast.dismiss(TOAST);
    };
  }, [client, status, isKept, t]);
  return (
    <Toaster
      position="top-center"
      offset={{ top: BELOW_PANELS }}
      mobileOffset={{ top: BELOW_PANELS, left: 12, right: 12 }}
      toastOptions={{ unstyled: true, classNames: CLASS_NAMES }}
    />
  );
}

const TOAST = "connection";

const CLASS_NAMES = {
  toast:
    "bg-surface shadow-float flex w-full items-center gap-4 rounded-panel py-2 pr-2 pl-4 font-sans",
  title: "text-small min-h-6 py-1 font-medium",
  content: "grow",
  cancelButton:
    "text-small hover:bg-hover h-control -mr-2 shrink-0 rounded-control px-3 font-semibold transition-colors",
  actionButton:
    "text-small bg-accent-soft text-accent-strong hover:bg-hover h-control shrink-0 rounded-control px-4 font-semibold transition-colors",
};

function lineOf(
  status: ReturnType<BoardClient["connection"]["get"]>,
): "live" | "refused" | "trying" | "full" | "cut" {
  if (status.state === "live" || status.state === "refused")
    return status.state;
  if (status.state === "syncing") return "trying";
  return status.cause === CloseCode.full ? "full" : "cut";
}
