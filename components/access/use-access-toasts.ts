import { useEffect } from "react";
import { toast } from "sonner";
import type { BoardClient } from "@/client/create-board-client";
import { Disposables } from "@/core/base/disposable";
import { useHasBeenLive } from "../hooks/use-has-been-live";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { timeLabel } from "../ui/time-label";
import { newsOf } from "./news-of";

/** How long a word stays to be read; milliseconds. */
const WORD_MS = 6_000;

/** Tells a person when what they may do has changed. What they may do when they come is no news. */
export function useAccessToasts({
  access,
  connection,
  people,
}: BoardClient): void {
  const t = useTranslations("access.news");
  const locale = useLocale();
  const hasBeenLive = useHasBeenLive(connection);
  useEffect(() => {
    if (!hasBeenLive) return;
    const ends = new Disposables();
    let before = access.mine.get();
    let wasAnothers = false;
    const lookForOwner = () => {
      wasAnothers ||= people.get().here.some((one) => one.isOwner && !one.isMe);
    };
    lookForOwner();
    ends.add(people.subscribe(lookForOwner));
    ends.add(
      access.mine.subscribe(() => {
        const now = access.mine.get();
        const news = newsOf(before, now);
        before = now;
        // Whoever draws first on a new board owns it, which is nothing to be told in the middle of a stroke.
        if (!news || (news.kind === "owner" && !wasAnothers)) return;
        const values =
          news.kind === "penUntil"
            ? { time: timeLabel(news.until, locale) }
            : news.kind === "role"
              ? { role: news.role }
              : {};
        toast(t(news.kind, values), { id: "access", duration: WORD_MS });
      }),
    );
    return () => ends.dispose();
  }, [access, people, hasBeenLive, t, locale]);
}
