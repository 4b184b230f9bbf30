import type { ReactNode } from "react";
import { useTranslations } from "../messages/use-translations";

interface FieldProps {
  readonly label: string;
  /** Whether the selected shapes differ in it. */
  readonly isMixed: boolean;
  /** Beside the label, at the right. */
  readonly note?: string;
  readonly children: ReactNode;
}

/** One thing that can be chosen, under its name. */
export function Field({ label, isMixed, note, children }: FieldProps) {
  const t = useTranslations("style");
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      {/* What can be pressed has the name itself. */}
      <p
        aria-hidden="true"
        className="text-fine text-ink-soft flex justify-between gap-1 font-medium whitespace-nowrap"
      >
        {label}
        <span className={isMixed ? "text-accent-strong italic" : ""}>
          {isMixed ? t("mixed") : note}
        </span>
      </p>
      {children}
    </div>
  );
}
