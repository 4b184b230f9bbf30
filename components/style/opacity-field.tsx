import { useState } from "react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { MIXED } from "@/client/editor/styles/style-subject";
import { Field } from "./field";
import { LiveInput } from "./live-input";
import { useStylePreview } from "./use-style-preview";

/** Percent. What is fainter could not be found again. */
const LEAST = 10;
const STEP = 5;

interface OpacityFieldProps {
  readonly editor: Editor;
  readonly value: number | typeof MIXED;
}

/** How much one sees of what lies beneath. The shapes follow the slider; letting it go is the edit. */
export function OpacityField({ editor, value }: OpacityFieldProps) {
  const t = useTranslations("style");
  const preview = useStylePreview(editor);
  const [live, setLive] = useState<number>();
  const isMixed = live === undefined && value === MIXED;
  const settled = value === MIXED ? 100 : Math.round(value * 100);
  const percent = live ?? settled;
  return (
    <Field
      label={t("opacity")}
      isMixed={isMixed}
      note={t("opacityValue", { percent: String(percent) })}
    >
      <LiveInput
        type="range"
        min={LEAST}
        max={100}
        step={STEP}
        value={percent}
        aria-label={t("opacity")}
        aria-valuetext={
          isMixed ? t("mixed") : t("opacityValue", { percent: String(percent) })
        }
        onLive={(text) => {
          setLive(Number(text));
          preview.show("opacity", Number(text) / 100);
        }}
        onSettle={(text) => {
          setLive(undefined);
          preview.commit({ opacity: Number(text) / 100 });
        }}
        className="slider h-control w-full"
      />
    </Field>
  );
}
