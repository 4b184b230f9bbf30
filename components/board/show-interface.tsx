import { Eye } from "lucide-react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { shortcutOf } from "../toolbar/command-of";
import { IconButton } from "../ui/icon-button";
import { Panel } from "../ui/panel";

/** Brings back the interface that somebody has hidden. */
export function ShowInterface({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("bars");
  return (
    <div className="p-edge pointer-events-none absolute right-0 bottom-0">
      <Panel className="opacity-80 focus-within:opacity-100 hover:opacity-100">
        <IconButton
          label={t("showInterface")}
          shortcut={shortcutOf(editor, "view.hideInterface")}
          onClick={() => editor.isInterfaceHidden.set(false)}
        >
          <Eye aria-hidden="true" />
        </IconButton>
      </Panel>
    </div>
  );
}
