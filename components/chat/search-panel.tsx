import { useEffect, useState } from "react";
import type { Chat } from "@/client/chat/chat";
import { systemClock } from "@/core/base/clock";
import { MAX_QUERY_LENGTH } from "@/core/protocol/limits";
import { useStore } from "../hooks/use-store";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { agoLabel } from "../ui/time-label";

interface SearchPanelProps {
  readonly chat: Chat;
  /** Called with the seq of a message that was found. */
  readonly onChoose: (seq: number) => void;
}

/** After this long without a letter the search begins; milliseconds. */
const PATIENCE = 300;

/** Looks through the whole chat, and takes its user to what was found. */
export function SearchPanel({ chat, onChoose }: SearchPanelProps) {
  const t = useTranslations("chat");
  const [query, setQuery] = useState("");
  useEffect(
    () => systemClock.after(PATIENCE, () => chat.search.find(query)),
    [chat, query],
  );
  useEffect(() => () => chat.search.stop(), [chat]);
  return (
    <search className="border-line flex max-h-1/2 shrink-0 flex-col border-b px-3 pb-2">
      <TextField
        type="search"
        value={query}
        autoFocus
        maxLength={MAX_QUERY_LENGTH}
        aria-label={t("search")}
        placeholder={t("searchPlaceholder")}
        onChange={(event) => setQuery(event.target.value)}
      />
      <Results chat={chat} onChoose={onChoose} />
    </search>
  );
}

function Results({ chat, onChoose }: SearchPanelProps) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const search = useStore(chat.search.state);
  if (!search) return null;
  const { found, hasMore, isSearching, hasFailed } = search;
  return (
    <>
      <p role="status" className="text-fine text-ink-soft px-1 pt-2">
        {hasFailed && t("searchFailed")}
        {isSearching && t("searching")}
        {!hasFailed &&
          !isSearching &&
          (hasMore
            ? t("foundMore", { messages: found.length })
            : t("found", { messages: found.length }))}
      </p>
      <ul
        aria-label={t("results")}
        className="-mx-1 mt-1 min-h-0 overflow-y-auto overscroll-contain"
      >
        {found.map(({ seq, name, text, at }) => (
          <li key={seq}>
            <button
              type="button"
              onClick={() => onChoose(seq)}
              className="hover:bg-hover flex min-h-control w-full flex-col rounded-control px-2 py-1.5 text-left"
            >
              <span className="text-fine text-ink-soft flex w-full gap-1.5">
                <span className="text-ink truncate font-semibold">{name}</span>
                <span className="shrink-0">
                  {agoLabel(at, systemClock.now(), locale)}
                </span>
              </span>
              <span className="text-small line-clamp-2 wrap-anywhere">
                {text}
              </span>
            </button>
          </li>
        ))}
        {hasMore && !isSearching && (
          <li>
            <Button
              look="bare"
              className="w-full"
              onClick={() => chat.search.findMore()}
            >
              {t("more")}
            </Button>
          </li>
        )}
      </ul>
    </>
  );
}
