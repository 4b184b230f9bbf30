import { X } from "lucide-react";
import { useState } from "react";
import type { Editor } from "@/client/editor/editor";
import { MAX_ATTACHED_SHAPES } from "@/core/protocol/limits";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";
import { ShapePicture } from "./shape-picture";

export interface ShapesToAttach {
  readonly ids: readonly string[];
  readonly attachSelection: () => void;
  readonly clear: () => void;
}

const NONE: readonly string[] = [];

/** The shapes that the next message is going to point to. */
export function useAttachedShapes(editor: Editor): ShapesToAttach {
  const [ids, setIds] = useState(NONE);
  return {
    ids,
    attachSelection: () =>
      setIds(
        editor
          .selectedShapes()
          .slice(0, MAX_ATTACHED_SHAPES)
          .map(({ id }) => id),
      ),
    clear: () => setIds(NONE),
  };
}

interface AttachedShapesProps {
  readonly editor: Editor;
  readonly shapes: ShapesToAttach;
}

/** Above the field: a picture of what the message is going to point to. */
export function AttachedShapes({ editor, shapes }: AttachedShapesProps) {
  const t = useTranslations("chat");
  const { ids, clear } = shapes;
  if (ids.length === 0) return null;
  return (
    <div className="bg-sunken mb-1.5 flex items-center gap-2.5 rounded-control p-1">
      <ShapePicture editor={editor} ids={ids} />
      <span className="text-small grow font-medium">
        {t("shapes", { shapes: ids.length })}
      </span>
      <IconButton label={t("detach")} onClick={clear}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
