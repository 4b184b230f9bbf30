import { lazy } from "react";
import type { Board } from "@/core/board/board";
import type { BoardId } from "@/core/base/ids";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { hintAttributes } from "../ui/hint";
import { LateRegion } from "../ui/late-region";
import { usePopup } from "../ui/use-popup";

const RenameBoardPopup = lazy(async () => ({
  default: (await import("./rename-board-popup")).RenameBoardPopup,
}));

interface BoardTitleProps {
  readonly room: BoardId;
  readonly board: Board;
}

/** What the board is called; a click changes it for everybody. */
export function BoardTitle({ room, board }: BoardTitleProps) {
  const t = useTranslations("title");
  const title = useStore(board.title) ?? room;
  const { isOpen, trigger, popup } = usePopup();
  return (
    <h1 className="text-body truncate leading-5 font-semibold">
      {board.readOnly ? (
        title
      ) : (
        <button
          type="button"
          {...trigger}
          className="hover:bg-hover aria-expanded:bg-hover -mx-1 max-w-full truncate rounded-key px-1 text-left transition-colors"
          {...hintAttributes({ label: t("rename"), side: "bottom" })}
        >
          {title}
        </button>
      )}
      {isOpen && (
        <LateRegion>
          <RenameBoardPopup
            {...popup}
            title={title}
            onRename={(next) => board.rename(next)}
          />
        </LateRegion>
      )}
    </h1>
  );
}
