import { useState, type SubmitEvent } from "react";
import { MAX_NAME_LENGTH } from "@/core/protocol/limits";
import { cleanName } from "@/core/protocol/person";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { Popup } from "../ui/popup";
import { TextField } from "../ui/text-field";
import type { PopupProps } from "../ui/use-popup";

interface RenamePopupProps extends PopupProps {
  readonly name: string;
  /** Called with a name that is fit to be shown. */
  readonly onRename: (name: string) => void;
}

/** The field for a person's own name. */
export function RenamePopup({ name, onRename, ...popup }: RenamePopupProps) {
  const t = useTranslations("people");
  const [input, setInput] = useState(name);
  const cleaned = cleanName(input);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (cleaned === undefined) return;
    onRename(cleaned);
    popup.onDone();
  };
  return (
    <Popup {...popup} label={t("rename")} side="bottom" className="w-72 p-4">
      <form onSubmit={submit} className="flex flex-col gap-3">
        <label className="flex flex-col gap-1.5">
          <span className="text-small text-ink-soft font-semibold">
            {t("yourName")}
          </span>
          <TextField
            value={input}
            maxLength={MAX_NAME_LENGTH}
            autoComplete="nickname"
            spellCheck={false}
            aria-invalid={cleaned === undefined}
            onChange={(event) => setInput(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
        </label>
        {cleaned === undefined && (
          <p role="alert" className="text-small text-danger">
            {t("nameEmpty")}
          </p>
        )}
        <Button look="quiet" type="submit" disabled={cleaned === undefined}>
          {t("rename")}
        </Button>
      </form>
    </Popup>
  );
}
