import type { Collaboration } from "@/client/collaboration/collaboration";
import { useStore } from "../hooks/use-store";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";

const NEWS = [
  ["joined", "joinedNews"],
  ["left", "leftNews"],
  ["raisedHands", "handNews"],
  ["followers", "followNews"],
] as const;

/** Tells a screen reader what the others do, as far as it matters to somebody who does not see it. */
export function Announcer({
  collaboration,
}: {
  readonly collaboration: Collaboration;
}) {
  const t = useTranslations("people");
  const locale = useLocale();
  const latest = useStore(collaboration.announcements.latest);
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const sentences = NEWS.flatMap(([what, key]) => {
    const names = latest?.[what] ?? [];
    return names.length > 0 ? t(key, { names: list.format(names) }) : [];
  });
  return (
    <p role="status" aria-label={t("panel")} className="sr-only">
      {sentences.join(" ")}
    </p>
  );
}
