import { lazy } from "react";
import type { Editor } from "@/client/editor/editor";
import { useStore } from "../hooks/use-store";
import { LateRegion } from "../ui/late-region";

const ContextMenu = lazy(async () => ({
  default: (await import("../menus/context-menu")).ContextMenu,
}));
const CommandPalette = lazy(async () => ({
  default: (await import("../menus/command-palette")).CommandPalette,
}));
const HelpSheet = lazy(async () => ({
  default: (await import("../menus/help-sheet")).HelpSheet,
}));

/** What lies over the board while the editor asks for it. */
export function EditorOverlays({ editor }: { readonly editor: Editor }) {
  const place = useStore(editor.contextMenu);
  const panel = useStore(editor.openPanel);
  return (
    <LateRegion>
      {place && (
        <ContextMenu
          // A new place is a new menu.
          key={`${place.x} ${place.y}`}
          editor={editor}
          place={place}
        />
      )}
      {panel === "palette" && <CommandPalette editor={editor} />}
      {panel === "help" && <HelpSheet editor={editor} />}
    </LateRegion>
  );
}
