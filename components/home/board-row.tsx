"use client";

import { MoreHorizontal, Pin, Users } from "lucide-react";
import Link from "next/link";
import { lazy, useRef, useState } from "react";
import { systemClock } from "@/core/base/clock";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { LateRegion } from "../ui/late-region";
import { agoLabel } from "../ui/time-label";
import type { MenuPlace } from "../ui/menu";
import { BoardPicture } from "./board-picture";
import type { RecentBoard } from "./recent-boards";

const BoardMenu = lazy(async () => ({
  default: (await import("./board-menu")).BoardMenu,
}));
const RenameBoardPopup = lazy(async () => ({
  default: (await import("../board/rename-board-popup")).RenameBoardPopup,
}));

/** What can be done with a board from the list. */
export interface BoardActions {
  readonly onRename: (title: string) => void;
  readonly onDuplicate: () => void;
  readonly onPin: (isPinned: boolean) => void;
  readonly onForget: () => void;
}

interface BoardRowProps {
  readonly board: RecentBoard;
  /** How many are on it now. */
  readonly people: number;
  readonly actions: BoardActions;
}

/** One board of the list: opens it, and has a menu. */
export function BoardRow({ board, people, actions }: BoardRowProps) {
  const t = useTranslations("home");
  const locale = useLocale();
  const button = useRef<HTMLButtonElement>(null);
  const [menu, setMenu] = useState<MenuPlace>();
  const [isRenaming, setRenaming] = useState(false);
  const { room, at, title = room, isPinned = false } = board;
  return (
    <li className="group hover:bg-hover focus-within:bg-hover relative flex items-center rounded-control transition-colors">
      <Link
        href={`/r/${room}`}
        prefetch={false}
        className="flex min-h-18 min-w-0 grow items-center gap-4 rounded-control py-2 pr-1 pl-3"
      >
        <BoardPicture room={room} />
        <span className="min-w-0 grow">
          <span className="flex items-center gap-1.5 font-medium">
            <span className="truncate">{title}</span>
            {isPinned && (
              <Pin
                role="img"
                aria-label={t("pinned")}
                className="text-ink-soft size-3.5 shrink-0 fill-current"
              />
            )}
          </span>
          <span className="text-small text-ink-soft flex gap-1.5">
            {title !== room && <span className="truncate">{room} ·</span>}
            <time dateTime={new Date(at).toISOString()} className="shrink-0">
              {agoLabel(at, systemClock.now(), locale)}
            </time>
          </span>
        </span>
        {people > 0 && (
          <span className="text-fine bg-accent-soft text-accent-strong flex shrink-0 items-center gap-1 rounded-full px-2 py-0.5 font-semibold">
            <Users className="size-3" aria-hidden="true" />
            {t("hereNow", { people })}
          </span>
        )}
      </Link>
      <button
        ref={button}
        type="button"
        aria-label={t("more", { name: title })}
        aria-haspopup="menu"
        aria-expanded={menu !== undefined}
        onClick={({ currentTarget }) =>
          setMenu(menu ? undefined : currentTarget.getBoundingClientRect())
        }
        className="size-control text-ink-soft hover:text-ink hover:bg-pressed aria-expanded:bg-pressed mr-1 inline-flex shrink-0 items-center justify-center rounded-control transition"
      >
        <MoreHorizontal className="size-4.5" aria-hidden="true" />
      </button>
      <LateRegion>
        {menu && (
          <BoardMenu
            place={menu}
            button={button}
            isPinned={isPinned}
            actions={actions}
            onRename={() => setRenaming(true)}
            onClose={() => setMenu(undefined)}
          />
        )}
        {isRenaming && (
          <RenameBoardPopup
            anchor={button}
            title={title}
            onRename={actions.onRename}
            onDismiss={() => setRenaming(false)}
            onDone={() => {
              setRenaming(false);
              button.current?.focus();
            }}
          />
        )}
      </LateRegion>
    </li>
  );
}
