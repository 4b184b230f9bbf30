import { useId } from "react";

interface SwitchRowProps {
  readonly label: string;
  /** What it means to be on. */
  readonly text: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off, as a row. */
export function SwitchRow({ label, text, isOn, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      aria-describedby={id}
      onClick={() => onChange(!isOn)}
      className="group/switch hover:bg-hover flex min-h-(--size-control) w-full items-center gap-3 rounded-control px-2.5 py-1.5 text-left transition-colors"
    >
      <span className="min-w-0 flex-1">
        {label}
        <span id={id} className="text-fine text-ink-soft block">
          {text}
        </span>
      </span>
      <span
        aria-hidden="true"
        className="bg-line-strong group-aria-checked/switch:bg-accent flex h-5 w-9 shrink-0 items-center rounded-full p-0.5 transition-colors"
      >
        <span className="bg-surface size-4 rounded-full transition-transform group-aria-checked/switch:translate-x-4" />
      </span>
    </button>
  );
}
