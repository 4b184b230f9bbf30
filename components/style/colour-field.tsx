import { lazy } from "react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { MIXED, setStyle } from "@/client/editor/styles/style-subject";
import { FILLS, STROKES } from "@/core/shapes/palette";
import { hintAttributes } from "../ui/hint";
import { LateRegion } from "../ui/late-region";
import { usePopup } from "../ui/use-popup";
import { Choices, type Choice } from "./choices";
import { Field } from "./field";
import { Swatch } from "./swatch";

const ColourPopup = lazy(async () => ({
  default: (await import("./colour-popup")).ColourPopup,
}));

interface ColourFieldProps {
  readonly editor: Editor;
  readonly name: "stroke" | "fill";
  readonly value: string | undefined | typeof MIXED;
}

/** A colour of the palette, or any other behind a button. */
export function ColourField({ editor, name, value }: ColourFieldProps) {
  const t = useTranslations("style");
  const { isOpen, trigger, popup } = usePopup();
  const palette = name === "stroke" ? STROKES : FILLS;
  const colours: readonly Choice<string | undefined>[] = palette.map(
    (colour) => ({
      value: colour.hex,
      label: t(`colours.${colour.name}`),
      picture: <Swatch hex={colour.hex} />,
    }),
  );
  const none: Choice<string | undefined> = {
    value: undefined,
    label: t("colours.none"),
    picture: <Swatch hex={undefined} />,
  };
  const choices = name === "fill" ? [none, ...colours] : colours;
  const other =
    typeof value === "string" && !palette.some(({ hex }) => hex === value)
      ? value
      : undefined;
  const otherLabel = other
    ? t("colours.otherNow", { hex: other })
    : t("colours.other");
  return (
    <Field label={t(name)} isMixed={value === MIXED}>
      <div className="flex justify-between">
        <Choices
          look="row"
          label={t(name)}
          choices={choices}
          chosen={value}
          onChoose={(hex) => setStyle(editor, { [name]: hex })}
        />
        <button
          type="button"
          {...trigger}
          aria-label={`${t(name)}: ${otherLabel}`}
          className={`size-control hover:bg-hover aria-expanded:bg-hover inline-flex items-center justify-center rounded-control transition-colors ${other ? "shadow-[inset_0_0_0_2px_var(--color-accent)]" : ""}`}
          {...hintAttributes({ label: otherLabel })}
        >
          {other ? (
            <Swatch hex={other} />
          ) : (
            <span className="colour-wheel size-5 rounded-full" />
          )}
        </button>
      </div>
      {isOpen && (
        <LateRegion>
          <ColourPopup
            {...popup}
            editor={editor}
            name={name}
            value={typeof value === "string" ? value : undefined}
          />
        </LateRegion>
      )}
    </Field>
  );
}
