"use client";

import { LoaderCircle, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { preloadRoomBoard } from "../board/load-room-board";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { createRoom } from "./room-api";

type Progress = "idle" | "creating" | "failed";

/** Makes a board and goes there. */
export function NewBoardButton() {
  const t = useTranslations("home");
  const router = useRouter();
  const [progress, setProgress] = useState<Progress>("idle");

  const create = async () => {
    setProgress("creating");
    try {
      router.push(`/r/${await createRoom()}`);
    } catch {
      // Whatever went wrong, all that a person can do is try again.
      setProgress("failed");
    }
  };

  const isCreating = progress === "creating";
  return (
    <div>
      <Button
        look="filled"
        className="text-lead min-h-13 w-full"
        disabled={isCreating}
        onPointerEnter={preloadRoomBoard}
        onFocus={preloadRoomBoard}
        onClick={() => void create()}
      >
        {isCreating ? (
          <LoaderCircle className="animate-turn size-5" aria-hidden="true" />
        ) : (
          <Plus className="size-5" aria-hidden="true" />
        )}
        {isCreating ? t("creating") : t("newBoard")}
      </Button>
      {progress === "failed" && (
        <p role="alert" className="text-small text-danger mt-2">
          {t("createFailed")}
        </p>
      )}
    </div>
  );
}
