import { X } from "lucide-react";
import type { Collaboration } from "@/client/collaboration/collaboration";
import type { Editor } from "@/client/editor/editor";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";

interface FollowFrameProps {
  readonly editor: Editor;
  readonly collaboration: Collaboration;
}

/** Shows whose view is followed: their colour round the board, their name, and the way out. There only meanwhile. */
export function FollowFrame({ editor, collaboration }: FollowFrameProps) {
  const t = useTranslations("people");
  const following = useStore(editor.following);
  const companions = useStore(collaboration.companions);
  const person = companions.find(({ user }) => user === following);
  if (!person) return null;
  const { name, colour } = person;
  return (
    <>
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 border-4"
        style={{ borderColor: colour }}
      />
      <div className="pointer-events-none absolute inset-x-3 top-20 flex justify-center">
        <div
          className="animate-appear shadow-panel text-small pointer-events-auto flex max-w-full items-center gap-2 rounded-full py-1 pr-1 pl-4 font-medium text-white"
          style={{ background: colour }}
        >
          <span role="status" className="truncate">
            {t("following", { name })}
          </span>
          <span className="whitespace-nowrap pointer-coarse:hidden">
            · {t("escape")}
          </span>
          <button
            type="button"
            aria-label={t("stop", { name })}
            onClick={() => editor.following.set(undefined)}
            className="-my-1 -mr-1 flex size-control shrink-0 items-center justify-center rounded-full"
          >
            <X className="size-4.5" aria-hidden="true" />
          </button>
        </div>
      </div>
    </>
  );
}
