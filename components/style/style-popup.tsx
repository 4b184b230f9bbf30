import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { Popup } from "../ui/popup";
import type { PopupProps } from "../ui/use-popup";
import { StylePanel } from "./style-panel";

/** The style panel on a phone. */
export function StylePopup({
  editor,
  ...popup
}: PopupProps & { readonly editor: Editor }) {
  const t = useTranslations("style");
  return (
    <Popup
      {...popup}
      label={t("panel")}
      side="top"
      className="w-[min(26rem,calc(100vw-1.5rem))]"
    >
      {/* Half of the window, so that what is styled stays in view. */}
      <div className="max-h-[50dvh] overflow-y-auto p-4">
        <StylePanel editor={editor} />
      </div>
    </Popup>
  );
}
