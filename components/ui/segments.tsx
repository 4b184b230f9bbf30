import { useId } from "react";

interface SegmentsProps<Value> {
  readonly label: string;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
  }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of a few words, side by side. For windows of their own: radio buttons keep the keys of the tools to themselves. */
export function Segments<Value extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: SegmentsProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="bg-sunken flex rounded-control"
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="h-control text-small has-checked:bg-surface has-checked:text-accent-strong hover:bg-hover has-focus-visible:outline-accent relative flex flex-1 cursor-pointer items-center justify-center rounded-control px-2.5 font-medium whitespace-nowrap transition-colors has-checked:shadow-[inset_0_0_0_1.5px_var(--color-accent)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
        >
          <input
            type="radio"
            name={name}
            checked={choice.value === chosen}
            onChange={() => onChoose(choice.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
