import { Lock } from "lucide-react";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { useChat } from "./chat-context";

/** In place of the field, for whoever may not write: why. */
export function ClosedComposer() {
  const t = useTranslations("chat");
  const { client } = useChat();
  const role = useSelected(client.access.mine, (mine) => mine.role);
  return (
    <p
      role="status"
      className="bg-sunken text-small text-ink-soft m-2 mt-0 flex items-center gap-2.5 rounded-control p-3"
    >
      <Lock className="size-4 shrink-0" aria-hidden="true" />
      {role === "viewer" ? t("closedViewer") : t("closedOwner")}
    </p>
  );
}
