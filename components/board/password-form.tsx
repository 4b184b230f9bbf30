import { useId, useState, type SubmitEvent } from "react";
import type { Answer } from "@/client/access/access-api";
import type { BoardClient } from "@/client/create-board-client";
import { MAX_PASSWORD_LENGTH } from "@/core/protocol/limits";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";

/** Asks for the board's password, and comes in with it. */
export function PasswordForm({ client }: { readonly client: BoardClient }) {
  const t = useTranslations("refused.password");
  const id = useId();
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<Exclude<Answer, "done">>();

  const give = async () => {
    setBusy(true);
    setMistake(undefined);
    const { name } = client.profile.state.get();
    const answer = await client.accessApi.givePassword(password, name);
    setBusy(false);
    if (answer === "done") client.reconnect();
    else setMistake(answer);
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (password !== "" && !isBusy) void give();
  };
  return (
    <form onSubmit={onSubmit} className="mt-5 flex flex-col gap-2">
      <label htmlFor={id} className="text-small text-ink-soft font-semibold">
        {t("label")}
      </label>
      <TextField
        id={id}
        type="password"
        data-first-focus=""
        autoComplete="off"
        maxLength={MAX_PASSWORD_LENGTH}
        enterKeyHint="go"
        value={password}
        aria-invalid={mistake !== undefined}
        aria-describedby={mistake && `${id}-mistake`}
        onChange={(event) => {
          setPassword(event.target.value);
          setMistake(undefined);
        }}
      />
      {mistake && (
        <p id={`${id}-mistake`} role="alert" className="text-small text-danger">
          {t(mistake)}
        </p>
      )}
      <Button
        look="filled"
        type="submit"
        className="mt-2"
        disabled={password === "" || isBusy}
      >
        {t("comeIn")}
      </Button>
    </form>
  );
}
