import { useEffect, useMemo } from "react";
import type { Editor } from "@/client/editor/editor";
import { StylePreview } from "./style-preview";

/** A preview that ends with the part of the page that shows it. */
export function useStylePreview(editor: Editor): StylePreview {
  const preview = useMemo(() => new StylePreview(editor), [editor]);
  useEffect(() => () => preview.end(), [preview]);
  return preview;
}
