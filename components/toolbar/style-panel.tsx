import { useTranslations } from "use-intl";
import type { DrawingStyle, Editor } from "@/client/editor/editor";
import { themedColour } from "@/core/shapes/colour";
import { STROKES, STROKE_WIDTHS } from "@/core/shapes/palette";
import { useStore } from "../hooks/use-store";
import { Panel } from "../ui/panel";
import { Choices } from "./choices";
import { Squiggle } from "./squiggle";

const WIDTH_NAMES = ["thin", "medium", "thick"] as const;

/** How the pen draws. There only while the pen is the tool; at the side of a large window, above the tools on a phone. */
export function StylePanel({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("style");
  const tool = useStore(editor.tool);
  const { stroke, strokeWidth } = useStore(editor.style);
  if (tool !== "draw") return null;
  const change = (part: Partial<DrawingStyle>) =>
    editor.style.update((style) => ({ ...style, ...part }));
  return (
    <Panel
      role="group"
      aria-label={t("panel")}
      className="animate-appear sm:flex-col"
    >
      <Choices
        label={t("colour")}
        chosen={stroke}
        onChoose={(hex) => change({ stroke: hex })}
        choices={STROKES.map(({ name, hex }) => ({
          value: hex,
          label: t(name),
          picture: (
            <span
              className="size-5 rounded-full shadow-[inset_0_0_0_1px_var(--color-line)]"
              style={{ background: inBothThemes(hex) }}
            />
          ),
        }))}
      />
      <div className="bg-line max-sm:mx-0.5 max-sm:h-6 max-sm:w-px sm:my-1 sm:h-px sm:w-6" />
      <Choices
        label={t("width")}
        chosen={strokeWidth}
        onChoose={(width) => change({ strokeWidth: width })}
        choices={STROKE_WIDTHS.map((width, index) => ({
          value: width,
          label: t(WIDTH_NAMES[index] ?? "thick"),
          picture: <Squiggle width={width} />,
        }))}
      />
    </Panel>
  );
}

/** The colour as the canvas shows it, whichever theme the page is in. */
const inBothThemes = (hex: string): string =>
  `light-dark(${hex}, ${themedColour(hex, "dark")})`;
