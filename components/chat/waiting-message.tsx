import { AtSign, Reply } from "lucide-react";
import { systemClock } from "@/core/base/clock";
import type { Notification } from "@/core/protocol/control-message";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { agoLabel } from "../ui/time-label";
import { messageAddress } from "./message-address";

/** A message that waits for this person, as a link to it. */
export function WaitingMessage({ item }: { readonly item: Notification }) {
  const t = useTranslations("waiting");
  const locale = useLocale();
  const { room, seq, name, text, at, reason } = item;
  const Icon = reason === "mention" ? AtSign : Reply;
  return (
    <li>
      <a
        href={messageAddress(room, seq)}
        className="hover:bg-hover flex min-h-14 items-start gap-3 rounded-control px-3 py-2 transition-colors"
      >
        <span className="bg-accent-soft text-accent-strong mt-0.5 flex size-8 shrink-0 items-center justify-center rounded-full">
          <Icon className="size-4" aria-hidden="true" />
        </span>
        <span className="min-w-0 grow">
          <span className="text-small block truncate">
            {t.rich(reason, {
              name,
              room,
              strong: (children) => (
                <strong className="font-semibold">{children}</strong>
              ),
            })}
          </span>
          <span className="text-small text-ink-soft line-clamp-2 wrap-anywhere">
            {text}
          </span>
          <time
            dateTime={new Date(at).toISOString()}
            className="text-fine text-ink-soft block"
          >
            {agoLabel(at, systemClock.now(), locale)}
          </time>
        </span>
      </a>
    </li>
  );
}
