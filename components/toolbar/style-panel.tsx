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
      className="animate-appear above:min-w-0 beside:flex-col"
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
      <div className="bg-line above:mx-0.5 above:h-6 above:w-px beside:my-1 beside:h-px beside:w-6 shrink-0" />
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
