import { Hourglass } from "lucide-react";
import type { BoardClient } from "@/client/create-board-client";
import { SLOW_CHAT_MS } from "@/core/protocol/limits";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";

interface SlowNoteProps {
  readonly access: BoardClient["access"];
}

/** Says how often one may write while the chat is slow. Not to the owner, whom that does not concern. */
export function SlowNote({ access }: SlowNoteProps) {
  const t = useTranslations("chat");
  const isSlow = useSelected(
    access.mine,
    ({ chat, role }) => chat === "slow" && role !== "owner",
  );
  return (
    <p
      role="status"
      className="text-fine text-ink-soft flex items-center gap-1.5 px-2 pt-1.5 empty:hidden"
    >
      {isSlow && (
        <>
          <Hourglass className="size-3 shrink-0" aria-hidden="true" />
          {t("slow", { seconds: SLOW_CHAT_MS / 1_000 })}
        </>
      )}
    </p>
  );
}
