import { LocateFixed } from "lucide-react";
import type { Editor } from "@/client/editor/editor";
import { useStore } from "../hooks/use-store";
import { useIsContentInView } from "../hooks/use-is-content-in-view";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";

/** The way back for somebody who has scrolled away from everything. There only then. */
export function BackToContent({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("board");
  const isInView = useIsContentInView(editor);
  const isInterfaceHidden = useStore(editor.isInterfaceHidden);
  const following = useStore(editor.following);
  if (isInView || isInterfaceHidden || following) return null;
  return (
    <Button
      look="bare"
      onClick={() => editor.run("camera.fit")}
      className="animate-appear bg-surface shadow-panel pointer-events-auto absolute top-20 left-1/2 -translate-x-1/2 rounded-full"
    >
      <LocateFixed className="size-4" aria-hidden="true" />
      {t("backToContent")}
    </Button>
  );
}
