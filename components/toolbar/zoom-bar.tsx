import { Minus, Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Editor } from "@/client/editor/editor";
import { Panel } from "../ui/panel";
import { CommandButton } from "./command-button";
import { ZoomButton } from "./zoom-button";

/** Nearer, farther, and how near it is. A phone pinches, and finds the rest behind the number. */
export function ZoomBar({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("bars");
  return (
    <Panel role="group" aria-label={t("zoom")}>
      <CommandButton
        editor={editor}
        command="camera.zoomOut"
        className="max-sm:hidden"
      >
        <Minus aria-hidden="true" />
      </CommandButton>
      <ZoomButton editor={editor} />
      <CommandButton
        editor={editor}
        command="camera.zoomIn"
        className="max-sm:hidden"
      >
        <Plus aria-hidden="true" />
      </CommandButton>
    </Panel>
  );
}
