import { Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { useSelected } from "../hooks/use-store";
import { IconButton } from "../ui/icon-button";
import { Panel } from "../ui/panel";
import { commandOf, shortcutOf } from "./command-of";
import { ZoomButton } from "./zoom-button";

/** Nearer, farther, and how near it is. A phone pinches, and finds the rest behind the number. */
export function ZoomBar({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("bars");
  return (
    <Panel role="group" aria-label={t("zoom")}>
      <ZoomStep editor={editor} command="camera.zoomOut">
        <Minus aria-hidden="true" />
      </ZoomStep>
      <ZoomButton editor={editor} />
      <ZoomStep editor={editor} command="camera.zoomIn">
        <Plus aria-hidden="true" />
      </ZoomStep>
    </Panel>
  );
}

interface ZoomStepProps {
  readonly editor: Editor;
  readonly command: "camera.zoomIn" | "camera.zoomOut";
  readonly children: ReactNode;
}

/** Not a CommandButton: those do not look at the camera. */
function ZoomStep({ editor, command, children }: ZoomStepProps) {
  const t = useTranslations("commands");
  const isEnabled = useSelected(
    editor.camera.state,
    () => commandOf(editor, command)?.isEnabled(editor) ?? false,
  );
  return (
    <IconButton
      label={t(command)}
      shortcut={shortcutOf(editor, command)}
      disabled={!isEnabled}
      onClick={() => editor.run(command)}
      className="max-sm:hidden"
    >
      {children}
    </IconButton>
  );
}
