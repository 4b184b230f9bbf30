"use client";

import { Users, X } from "lucide-react";
import Link from "next/link";
import { systemClock } from "@/core/base/clock";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { agoLabel } from "../ui/time-label";
import type { RecentBoard } from "./recent-boards";
import { forgetBoard } from "./recent-boards-store";
import { usePeopleCounts, useRecentBoards } from "./use-recent-boards";

/** The boards that were opened in this browser. Shows nothing where there are none. */
export function RecentBoardsList() {
  const t = useTranslations("home");
  const boards = useRecentBoards();
  const counts = usePeopleCounts();
  if (boards.length === 0) return null;
  return (
    <section aria-labelledby="recent-boards" className="animate-appear">
      <h2
        id="recent-boards"
        className="text-small text-ink-soft mb-1 font-semibold"
      >
        {t("recent")}
      </h2>
      <ul className="-mx-3">
        {boards.map((board) => (
          <BoardRow
            key={board.room}
            board={board}
            people={counts.get(board.room) ?? 0}
          />
        ))}
      </ul>
    </section>
  );
}

function BoardRow({
  board: { room, at },
  people,
}: {
  readonly board: RecentBoard;
  readonly people: number;
}) {
  const t = useTranslations("home");
  const locale = useLocale();
  return (
    <li className="group hover:bg-hover relative flex items-center rounded-control transition-colors">
      <Link
        href={`/r/${room}`}
        prefetch={false}
        className="flex min-h-14 min-w-0 grow items-center gap-3 rounded-control px-3"
      >
        <span className="min-w-0 grow">
          <span className="block truncate font-medium">{room}</span>
          <time
            dateTime={new Date(at).toISOString()}
            className="text-small text-ink-soft block"
          >
            {agoLabel(at, systemClock.now(), locale)}
          </time>
        </span>
        {people > 0 && (
          <span className="text-fine bg-accent-soft text-accent-strong flex shrink-0 items-center gap-1 rounded-full px-2 py-0.5 font-semibold">
            <Users className="size-3" aria-hidden="true" />
            {t("hereNow", { people })}
          </span>
        )}
      </Link>
      <button
        type="button"
        aria-label={t("forget", { name: room })}
        title={t("forget", { name: room })}
        onClick={() => forgetBoard(room)}
        className="size-control text-ink-soft hover:text-ink hover:bg-pressed inline-flex shrink-0 items-center justify-center rounded-control opacity-0 transition group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
      >
        <X className="size-4" aria-hidden="true" />
      </button>
    </li>
  );
}
