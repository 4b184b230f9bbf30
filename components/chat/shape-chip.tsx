import { useSyncExternalStore } from "react";
import { useTranslations } from "../messages/use-translations";
import { useChat } from "./chat-context";
import { ShapePicture } from "./shape-picture";
import { shapesOnBoard } from "./shapes-on-board";

/** Shapes that a message points to: a click goes there. */
export function ShapeChip({ ids }: { readonly ids: readonly string[] }) {
  const t = useTranslations("chat");
  const { client, onShow } = useChat();
  const { editor } = client;
  const count = () => shapesOnBoard(editor, ids).shapes.length;
  const present = useSyncExternalStore(
    (listener) => editor.board.observe(listener),
    count,
    count,
  );
  if (present === 0)
    return (
      <p className="text-small text-ink-soft py-1 italic">
        {t("shapesGone", { shapes: ids.length })}
      </p>
    );
  return (
    <button
      type="button"
      onClick={() => onShow(ids)}
      className="bg-surface hover:bg-hover my-1 flex min-h-control items-center gap-2.5 rounded-control p-1 pr-3 text-left shadow-[inset_0_0_0_1px_var(--color-line)] transition-colors"
    >
      <ShapePicture editor={editor} ids={ids} />
      <span className="text-small font-medium">
        {t("shapes", { shapes: present })}
      </span>
    </button>
  );
}
