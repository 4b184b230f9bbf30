import { lazy } from "react";
import type { Editor } from "@/client/editor/editor";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { LateRegion } from "../ui/late-region";
import { usePopup } from "../ui/use-popup";

const ZoomPopup = lazy(async () => ({
  default: (await import("./zoom-popup")).ZoomPopup,
}));

/** The zoom in percent; opens all that one can do about it. */
export function ZoomButton({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("bars");
  const { isOpen, trigger, popup } = usePopup();
  const percent = useSelected(editor.camera.state, ({ zoom }) =>
    Math.round(zoom * 100),
  );
  return (
    <>
      <button
        type="button"
        {...trigger}
        aria-label={t("zoomLevel", { percent: String(percent) })}
        className="text-small hover:bg-hover aria-expanded:bg-hover h-control w-14 rounded-control font-medium tabular-nums transition-colors"
      >
        {percent}%
      </button>
      {isOpen && (
        <LateRegion>
          <ZoomPopup {...popup} editor={editor} />
        </LateRegion>
      )}
    </>
  );
}
