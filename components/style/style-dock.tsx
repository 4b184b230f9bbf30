import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { useHasComeToRest } from "../hooks/use-has-come-to-rest";
import { LateRegion } from "../ui/late-region";
import { Panel } from "../ui/panel";
import { LateStylePanel } from "./late-style-panel";
import { useHasStyle } from "./use-has-style";

/** The style panel at the side of a large window. There only while it has something to show. */
export function StyleDock({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("style");
  const hasStyle = useHasStyle(editor);
  const isAtRest = useHasComeToRest();
  if (!hasStyle || !isAtRest) return null;
  return (
    <LateRegion>
      <Panel
        role="group"
        aria-label={t("panel")}
        className="compact animate-appear block max-h-full w-[max(14.25rem,6*var(--size-control)+1.5rem)] overflow-y-auto p-3"
      >
        <LateStylePanel editor={editor} />
      </Panel>
    </LateRegion>
  );
}
