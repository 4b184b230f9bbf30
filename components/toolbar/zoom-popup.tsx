import type { Editor } from "@/client/editor/editor";
import { useTranslations } from "../messages/use-translations";
import { hasCommandKey, keyLabel } from "../ui/key-label";
import { moveFocus } from "../ui/move-focus";
import { Popup } from "../ui/popup";
import type { PopupProps } from "../ui/use-popup";
import { shortcutOf } from "./command-of";

const COMMANDS = [
  "camera.zoomIn",
  "camera.zoomOut",
  "camera.reset",
  "camera.fit",
] as const;

/** Everything that zooms, with its keys. */
export function ZoomPopup({
  editor,
  ...popup
}: PopupProps & { readonly editor: Editor }) {
  const t = useTranslations();
  const isMac = hasCommandKey();
  return (
    <Popup {...popup} label={t("bars.zoom")} side="top" className="w-56 p-1">
      <div className="flex flex-col" onKeyDown={moveFocus}>
        {COMMANDS.map((command) => (
          <button
            key={command}
            type="button"
            onClick={() => editor.run(command)}
            className="hover:bg-hover h-control flex items-center justify-between gap-6 rounded-control px-3 focus-visible:-outline-offset-2"
          >
            {t(`commands.${command}`)}
            <kbd
              className="text-small text-ink-soft font-sans pointer-coarse:hidden"
              aria-hidden="true"
            >
              {keyLabel(shortcutOf(editor, command) ?? "", isMac)}
            </kbd>
          </button>
        ))}
      </div>
    </Popup>
  );
}
