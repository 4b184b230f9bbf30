"use client";

import { WaitingMessage } from "../chat/waiting-message";
import { useTranslations } from "../messages/use-translations";
import { useHomeEvents } from "./use-home-events";

/** The mentions and replies that wait for this person, newest first. Shows nothing where there are none. */
export function NotificationsList() {
  const t = useTranslations("waiting");
  const { waiting } = useHomeEvents();
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting-messages" className="animate-appear">
      <h2
        id="waiting-messages"
        className="text-small text-ink-soft mb-1 font-semibold"
      >
        {t("title")}
      </h2>
      <ul className="-mx-3 max-h-80 overflow-y-auto">
        {waiting.map((item) => (
          <WaitingMessage key={`${item.room} ${item.seq}`} item={item} />
        ))}
      </ul>
    </section>
  );
}
