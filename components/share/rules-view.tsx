import type { AccessOverview } from "@/core/protocol/access";
import { BoardRules } from "../access/board-rules";
import { FailureLine } from "../access/failure-line";
import { useManage } from "../access/use-manage";
import { useTranslations } from "../messages/use-translations";
import { TopicView, type TopicProps } from "./topic-view";

interface RulesViewProps extends TopicProps {
  readonly overview: AccessOverview;
}

/** What the list of people has for the owner at its end, for one who prepares a board while nobody is there. */
export function RulesView({ overview, client, ...view }: RulesViewProps) {
  const t = useTranslations("access.rules");
  const { manage, failure } = useManage(client);
  return (
    <TopicView {...view} title={t("title")}>
      <div className="-mx-2.5 flex flex-col gap-2">
        <BoardRules overview={overview} manage={manage} />
      </div>
      <FailureLine failure={failure} />
    </TopicView>
  );
}
