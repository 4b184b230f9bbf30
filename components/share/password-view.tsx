import { useState, type SubmitEvent } from "react";
import type { AccessOverview } from "@/core/protocol/access";
import { MAX_PASSWORD_LENGTH } from "@/core/protocol/limits";
import { FailureLine } from "../access/failure-line";
import { useManage } from "../access/use-manage";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { TopicView, type TopicProps } from "./topic-view";

interface PasswordViewProps extends TopicProps {
  readonly overview: AccessOverview;
}

/** Where the owner sets, changes and removes the board's password. */
export function PasswordView({ overview, client, ...view }: PasswordViewProps) {
  const t = useTranslations("access.password");
  const { manage, isBusy, failure } = useManage(client);
  const [password, setPassword] = useState("");
  const [done, setDone] = useState<"isSet" | "isRemoved">();
  const { hasPassword } = overview;
  const decide = async (chosen: string | null) => {
    setDone(undefined);
    const { isDone } = await manage({ do: "set-password", password: chosen });
    if (!isDone) return;
    setPassword("");
    setDone(chosen === null ? "isRemoved" : "isSet");
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (password !== "") void decide(password);
  };
  return (
    <TopicView {...view} title={t("title")} text={t("text")}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <label className="flex flex-col gap-1.5">
          <span className="text-small text-ink-soft font-semibold">
            {hasPassword ? t("newField") : t("field")}
          </span>
          {/* To be seen: it is there to be told to others. */}
          <TextField
            value={password}
            maxLength={MAX_PASSWORD_LENGTH}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <Button
          look="filled"
          type="submit"
          disabled={isBusy || password === ""}
        >
          {hasPassword ? t("change") : t("set")}
        </Button>
        {hasPassword && (
          <Button
            look="quiet"
            disabled={isBusy}
            onClick={() => void decide(null)}
          >
            {t("remove")}
          </Button>
        )}
      </form>
      <p role="status" className="text-ink-soft empty:hidden">
        {done && t(done)}
      </p>
      <FailureLine failure={failure} />
    </TopicView>
  );
}
