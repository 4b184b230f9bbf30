"use client";

import { useRouter } from "next/navigation";
import { useId, useState, type SubmitEvent } from "react";
import { findBoardId } from "@/core/protocol/room-name";
import { useTranslations } from "../messages/use-translations";
import { linkToOtherServer } from "./link-to-other-server";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";

type Mistake = "joinEmpty" | "joinInvalid";

/** Goes to the board whose name or link somebody types or pastes. */
export function JoinForm() {
  const t = useTranslations("home");
  const router = useRouter();
  const id = useId();
  const [input, setInput] = useState("");
  const [mistake, setMistake] = useState<Mistake>();

  const join = (event: SubmitEvent) => {
    event.preventDefault();
    const room = findBoardId(input);
    const elsewhere = linkToOtherServer(input, window.location);
    if (room && elsewhere) window.location.assign(elsewhere);
    else if (room) router.push(`/r/${room}`);
    else setMistake(input.trim() === "" ? "joinEmpty" : "joinInvalid");
  };

  return (
    <form onSubmit={join} noValidate>
      <label htmlFor={id} className="text-small text-ink-soft font-semibold">
        {t("joinLabel")}
      </label>
      <div className="mt-1.5 flex gap-2">
        <TextField
          id={id}
          value={input}
          placeholder={t("joinPlaceholder")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          aria-invalid={mistake !== undefined}
          aria-describedby={mistake && `${id}-mistake`}
          onChange={(event) => {
            setInput(event.target.value);
            setMistake(undefined);
          }}
        />
        <Button look="quiet" type="submit" className="px-5">
          {t("join")}
        </Button>
      </div>
      {mistake && (
        <p
          id={`${id}-mistake`}
          role="alert"
          className="text-small text-danger mt-2"
        >
          {t(mistake)}
        </p>
      )}
    </form>
  );
}
