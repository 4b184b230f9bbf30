import { ChevronRight, type LucideIcon } from "lucide-react";

interface TopicRowProps {
  readonly label: string;
  readonly icon: LucideIcon;
  /** How it stands. */
  readonly value?: string;
  readonly hasFocus: boolean;
  readonly onOpen: () => void;
}

/** The way to a topic of the dialog. */
export function TopicRow({
  label,
  icon: Icon,
  value,
  hasFocus,
  onOpen,
}: TopicRowProps) {
  return (
    <button
      type="button"
      // Whoever comes back from it goes on where they were.
      autoFocus={hasFocus}
      onClick={onOpen}
      className="hover:bg-hover -mx-2.5 flex min-h-11 items-center gap-3 rounded-control px-2.5 text-left transition-colors"
    >
      <Icon className="text-ink-soft size-4.5 shrink-0" aria-hidden="true" />
      <span className="min-w-0 flex-1 font-medium">{label}</span>
      {value && <span className="text-ink-soft">{value}</span>}
      <ChevronRight
        className="text-ink-soft size-4 shrink-0"
        aria-hidden="true"
      />
    </button>
  );
}
