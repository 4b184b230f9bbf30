import { Check, Copy } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { copyText } from "../ui/copy-text";
import { TextField } from "../ui/text-field";

type Outcome = "none" | "copied" | "failed";

interface CopyFieldProps {
  readonly href: string;
  /** What link it is. */
  readonly label: string;
}

/** A link, to copy by one click or by hand. */
export function CopyField({ href, label }: CopyFieldProps) {
  const t = useTranslations("share");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<{ href: string; outcome: Outcome }>();
  // What was copied before the link changed says nothing of the new one.
  const outcome = copied?.href === href ? copied.outcome : "none";

  const copy = async () => {
    if (!field.current) return;
    const hasWorked = await copyText(field.current);
    setCopied({ href, outcome: hasWorked ? "copied" : "failed" });
  };

  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className="flex flex-col gap-2">
        <TextField
          id={id}
          ref={field}
          readOnly
          value={href}
          onFocus={(event) => event.target.select()}
        />
        <Button look="filled" onClick={() => void copy()}>
          {outcome === "copied" ? (
            <Check className="size-4" aria-hidden="true" />
          ) : (
            <Copy className="size-4" aria-hidden="true" />
          )}
          {outcome === "copied" ? t("copied") : t("copy")}
        </Button>
      </div>
      <p role="status" className="text-small mt-2 empty:hidden">
        {outcome === "copied" && <span className="sr-only">{t("copied")}</span>}
        {outcome === "failed" && t("copyFailed")}
      </p>
    </div>
  );
}
