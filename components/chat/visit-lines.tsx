import type { ChatVisit } from "@/client/chat/chat-state";
import { useTranslations } from "../messages/use-translations";
import { groupVisits, type VisitGroup } from "./group-visits";

/** Who came and went between two messages. */
export function VisitLines({
  visits,
}: {
  readonly visits: readonly ChatVisit[];
}) {
  return groupVisits(visits).map((group) => (
    <VisitLine key={`${group.event} ${group.at}`} group={group} />
  ));
}

function VisitLine({
  group: { event, names },
}: {
  readonly group: VisitGroup;
}) {
  const t = useTranslations("chat");
  const [first = "", second = ""] = names;
  const values = { event, first, second, others: names.length - 2 };
  return (
    <p className="text-fine text-ink-soft my-1 text-center">
      {names.length === 1 && t("visitOne", values)}
      {names.length === 2 && t("visitTwo", values)}
      {names.length > 2 && t("visitMany", values)}
    </p>
  );
}
