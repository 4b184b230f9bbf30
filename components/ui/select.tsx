import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

interface SelectProps<Value extends string> extends Omit<
  ComponentProps<"select">,
  "value" | "onChange"
> {
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
  }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of several, by the browser's own list, which phones and keys know. Its label is the caller's. */
export function Select<Value extends string>({
  choices,
  value,
  onChoose,
  className,
  ...rest
}: SelectProps<Value>) {
  return (
    <span className={classNames("relative inline-flex min-w-0", className)}>
      <select
        {...rest}
        value={value}
        onChange={(event) => {
          const chosen = choices[event.target.selectedIndex];
          if (chosen) onChoose(chosen.value);
        }}
        className="bg-surface hover:bg-hover h-control w-full min-w-0 cursor-pointer appearance-none truncate rounded-control pr-8 pl-3 font-medium shadow-[inset_0_0_0_1px_var(--color-line-strong)] transition-colors"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="text-ink-soft pointer-events-none absolute inset-y-0 right-2.5 my-auto size-4"
      />
    </span>
  );
}
