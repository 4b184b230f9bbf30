import { TextAlignCenter, TextAlignEnd, TextAlignStart } from "lucide-react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import {
  MIXED,
  setStyle,
  type StyleSubject,
} from "@/client/editor/styles/style-subject";
import { STROKE_WIDTHS } from "@/core/shapes/palette";
import {
  DASHES,
  FILL_STYLES,
  FONT_SIZES,
  RADII,
  ALIGNS,
} from "@/core/shapes/style";
import { FONT_NAMES } from "@/core/shapes/text/fonts";
import { Choices, type Choice } from "./choices";
import { Field } from "./field";
import {
  cornerPicture,
  dashPicture,
  fillPicture,
  widthPicture,
} from "./pictures";

export type BarName =
  | "fillStyle"
  | "strokeWidth"
  | "dash"
  | "radius"
  | "font"
  | "fontSize"
  | "align";

const WIDTH_NAMES = ["thin", "medium", "thick"] as const;
const RADIUS_NAMES = ["sharp", "soft", "round"] as const;
const SIZE_NAMES = ["small", "medium", "large", "huge"] as const;
const SIZE_LETTERS = ["S", "M", "L", "XL"];
const FONT_CLASSES = {
  sans: "font-sans",
  hand: "font-hand",
  mono: "font-mono",
} as const;
const ALIGN_ICONS = {
  start: TextAlignStart,
  center: TextAlignCenter,
  end: TextAlignEnd,
} as const;

interface BarFieldProps {
  readonly editor: Editor;
  readonly subject: StyleSubject;
  readonly name: BarName;
}

/** A style with a few values, side by side. */
export function BarField({ editor, subject, name }: BarFieldProps) {
  const t = useTranslations("style");
  const choices = useChoices(name);
  const value = subject.valueOf(name);
  return (
    <Field label={t(name)} isMixed={value === MIXED}>
      <Choices
        look="bar"
        label={t(name)}
        choices={choices}
        chosen={value}
        onChoose={(chosen) => setStyle(editor, { [name]: chosen })}
      />
    </Field>
  );
}

function useChoices(name: BarName): readonly Choice<string | number>[] {
  const t = useTranslations("style");
  switch (name) {
    case "fillStyle":
      return FILL_STYLES.map((value) => ({
        value,
        label: t(`fillStyles.${value}`),
        picture: fillPicture(value),
      }));
    case "strokeWidth":
      return STROKE_WIDTHS.map((value, index) => ({
        value,
        label: t(`widths.${WIDTH_NAMES[index] ?? "thick"}`),
        picture: widthPicture(value),
      }));
    case "dash":
      return DASHES.map((value) => ({
        value,
        label: t(`dashes.${value}`),
        picture: dashPicture(value),
      }));
    case "radius":
      return RADII.map((value, index) => ({
        value,
        label: t(`radii.${RADIUS_NAMES[index] ?? "round"}`),
        picture: cornerPicture(value),
      }));
    case "font":
      return FONT_NAMES.map((value) => ({
        value,
        label: t(`fonts.${value}`),
        picture: (
          <span className={`text-body font-medium ${FONT_CLASSES[value]}`}>
            Aa
          </span>
        ),
      }));
    case "fontSize":
      return FONT_SIZES.map((value, index) => ({
        value,
        label: t(`sizes.${SIZE_NAMES[index] ?? "huge"}`),
        picture: (
          <span className="text-small font-semibold">
            {SIZE_LETTERS[index] ?? value}
          </span>
        ),
      }));
    case "align":
      return ALIGNS.map((value) => {
        const Icon = ALIGN_ICONS[value];
        const picture = <Icon className="size-4.5" aria-hidden="true" />;
        return { value, label: t(`aligns.${value}`), picture };
      });
  }
}
