"use client";

import { useState } from "react";
import { systemClock } from "@/core/base/clock";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { forgetPicture, keepPicture, pictureOf } from "./board-pictures";
import { BoardRow, type BoardActions } from "./board-row";
import { inShownOrder, type RecentBoard } from "./recent-boards";
import { changeBoard, forgetBoard, rememberBoard } from "./recent-boards-store";
import { copyRoom, renameRoom } from "./room-api";
import { usePeopleCounts, useRecentBoards } from "./use-recent-boards";

/** So many are seen at once. */
const FIRST_BOARDS = 6;

/** The boards that were opened in this browser. Shows nothing where there are none. */
export function RecentBoardsList() {
  const t = useTranslations("home");
  const boards = useRecentBoards();
  const counts = usePeopleCounts();
  const [showsAll, setShowsAll] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  if (boards.length === 0) return null;
  const ordered = inShownOrder(boards);
  const shown = showsAll ? ordered : ordered.slice(0, FIRST_BOARDS);

  const attempt = async (work: Promise<void>) => {
    setFailed(false);
    try {
      await work;
    } catch {
      // Whatever went wrong, all that a person can do is try again.
      setFailed(true);
    }
  };
  return (
    <section aria-labelledby="recent-boards" className="animate-appear">
      <h2
        id="recent-boards"
        className="text-small text-ink-soft mb-1 font-semibold"
      >
        {t("recent")}
      </h2>
      {hasFailed && (
        <p role="alert" className="text-small text-danger my-2">
          {t("notDone")}
        </p>
      )}
      <ul className="-mx-3 flex flex-col gap-0.5">
        {shown.map((board) => (
          <BoardRow
            key={board.room}
            board={board}
            people={counts.get(board.room) ?? 0}
            actions={actionsOf(board, {
              attempt: (work) => void attempt(work),
              titleOfCopy: (title) => t("copyOf", { name: title }),
            })}
          />
        ))}
      </ul>
      {shown.length < ordered.length && (
        <Button look="bare" className="mt-2" onClick={() => setShowsAll(true)}>
          {t("showAll", { boards: ordered.length })}
        </Button>
      )}
    </section>
  );
}

interface Attempts {
  readonly attempt: (work: Promise<void>) => void;
  readonly titleOfCopy: (title: string) => string;
}

function actionsOf(
  { room, title = room }: RecentBoard,
  { attempt, titleOfCopy }: Attempts,
): BoardActions {
  return {
    onRename: (next) => attempt(rename(next)),
    onDuplicate: () => attempt(duplicate()),
    onPin: (isPinned) => changeBoard(room, { isPinned }),
    onForget() {
      forgetBoard(room);
      forgetPicture(room);
    },
  };

  async function rename(next: string): Promise<void> {
    await renameRoom(room, next);
    changeBoard(room, { title: next });
  }

  async function duplicate(): Promise<void> {
    const copyTitle = titleOfCopy(title);
    const copy = await copyRoom(room, copyTitle);
    const picture = pictureOf(room);
    if (picture) keepPicture(copy, picture);
    rememberBoard({ room: copy, title: copyTitle, at: systemClock.now() });
  }
}
