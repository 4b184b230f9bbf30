import type { ReactNode } from "react";
import { hintAttributes } from "../ui/hint";
import { moveFocus } from "../ui/move-focus";

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly picture: ReactNode;
}

interface ChoicesProps<Value> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  /** May be none of the choices. */
  readonly chosen: unknown;
  readonly onChoose: (value: Value) => void;
  /** A row of single things, or one bar with parts. */
  readonly look: "row" | "bar";
}

const LOOKS = {
  row: {
    group: "contents",
    choice:
      "rounded-control aria-checked:shadow-[inset_0_0_0_2px_var(--color-accent)]",
  },
  bar: {
    group: "bg-sunken flex min-w-0 rounded-chip",
    choice:
      "flex-1 rounded-chip text-ink-soft aria-checked:bg-surface aria-checked:text-accent-strong aria-checked:shadow-[inset_0_0_0_1.5px_var(--color-accent)]",
  },
} as const;

/**
 * One of several, each shown as a picture. Buttons and not inputs: an input would keep the keys of the tools to itself for
 * as long as it has the focus.
 */
export function Choices<Value extends string | number | undefined>({
  label,
  choices,
  chosen,
  onChoose,
  look,
}: ChoicesProps<Value>) {
  const stop = choices.find(({ value }) => value === chosen) ?? choices[0];
  return (
    <div
      role="radiogroup"
      aria-label={label}
      onKeyDown={(event) => moveFocus(event)?.click()}
      className={LOOKS[look].group}
    >
      {choices.map((choice) => (
        <button
          key={choice.value ?? ""}
          type="button"
          role="radio"
          aria-label={choice.label}
          aria-checked={choice.value === chosen}
          tabIndex={choice === stop ? 0 : -1}
          onClick={() => onChoose(choice.value)}
          className={`size-control hover:bg-hover inline-flex min-w-0 items-center justify-center transition-colors ${LOOKS[look].choice}`}
          {...hintAttributes({ label: choice.label })}
        >
          {choice.picture}
        </button>
      ))}
    </div>
  );
}
