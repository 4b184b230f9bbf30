import type { ReactNode } from "react";
import { hintAttributes } from "../ui/hint";
import { moveFocus } from "../ui/move-focus";

interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly picture: ReactNode;
}

interface ChoicesProps<Value> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  /** May be none of the choices. */
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/**
 * One of several, each shown as a picture. Buttons and not inputs: an input would keep the keys of the tools to itself for
 * as long as it has the focus.
 */
export function Choices<Value extends string | number>({
  label,
  choices,
  chosen,
  onChoose,
}: ChoicesProps<Value>) {
  const stop = choices.find(({ value }) => value === chosen) ?? choices[0];
  return (
    <div
      role="radiogroup"
      aria-label={label}
      onKeyDown={(event) => moveFocus(event)?.click()}
      className="above:min-w-0 beside:flex-col beside:gap-0.5 flex"
    >
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-label={choice.label}
          aria-checked={choice.value === chosen}
          tabIndex={choice === stop ? 0 : -1}
          onClick={() => onChoose(choice.value)}
          className="size-control hover:bg-hover aria-checked:bg-accent-soft inline-flex items-center justify-center rounded-control transition-colors min-w-0 aria-checked:shadow-[inset_0_0_0_2px_var(--color-accent)]"
          {...hintAttributes({ label: choice.label })}
        >
          {choice.picture}
        </button>
      ))}
    </div>
  );
}
