import { useState, type SubmitEvent } from "react";
import { Button } from "./button";
import { Popup } from "./popup";
import { TextField } from "./text-field";
import type { PopupProps } from "./use-popup";

interface NamePopupProps extends PopupProps {
  /** What is done, for the window and for its button. */
  readonly label: string;
  readonly fieldLabel: string;
  /** What is said when nothing is left of what was typed. */
  readonly emptyNote: string;
  readonly name: string;
  readonly maxLength: number;
  readonly autoComplete?: string;
  /** The name as it is going to be shown; undefined when nothing is left of it. */
  readonly clean: (input: string) => string | undefined;
  /** Called with a cleaned name. */
  readonly onSave: (name: string) => void;
}

/** The field for the name of something, beside the button that shows it. */
export function NamePopup({
  label,
  fieldLabel,
  emptyNote,
  name,
  maxLength,
  autoComplete = "off",
  clean,
  onSave,
  ...popup
}: NamePopupProps) {
  const [input, setInput] = useState(name);
  const cleaned = clean(input);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (cleaned === undefined) return;
    onSave(cleaned);
    popup.onDone();
  };
  return (
    <Popup {...popup} label={label} side="bottom" className="w-72 p-4">
      <form onSubmit={submit} className="flex flex-col gap-3">
        <label className="flex flex-col gap-1.5">
          <span className="text-small text-ink-soft font-semibold">
            {fieldLabel}
          </span>
          <TextField
            value={input}
            maxLength={maxLength}
            autoComplete={autoComplete}
            spellCheck={false}
            aria-invalid={cleaned === undefined}
            onChange={(event) => setInput(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
        </label>
        {cleaned === undefined && (
          <p role="alert" className="text-small text-danger">
            {emptyNote}
          </p>
        )}
        <Button look="quiet" type="submit" disabled={cleaned === undefined}>
          {label}
        </Button>
      </form>
    </Popup>
  );
}
