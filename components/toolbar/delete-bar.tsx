import { Trash2 } from "lucide-react";
import type { Editor } from "@/client/editor/editor";
import { useSelected } from "../hooks/use-store";
import { Panel } from "../ui/panel";
import { CommandButton } from "./command-button";

/** What can be done with the selected shapes. There only while something is selected. */
export function DeleteBar({ editor }: { readonly editor: Editor }) {
  const hasSelection = useSelected(editor.selection, ({ size }) => size > 0);
  if (!hasSelection) return null;
  return (
    <Panel className="animate-appear">
      <CommandButton editor={editor} command="selection.delete">
        <Trash2 className="text-danger" aria-hidden="true" />
      </CommandButton>
    </Panel>
  );
}
