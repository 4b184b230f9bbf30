import type { ReactNode } from "react";
import type { Editor } from "@/client/editor/editor";
import { useMediaQuery } from "../hooks/use-media-query";
import { useStore } from "../hooks/use-store";
import { StyleBar } from "../style/style-bar";
import { StyleDock } from "../style/style-dock";
import { HistoryBar } from "../toolbar/history-bar";
import { ToolBar } from "../toolbar/tool-bar";
import { ZoomBar } from "../toolbar/zoom-bar";
import { BoardFrame } from "./board-frame";
import { EditorOverlays } from "./editor-overlays";
import { ShowInterface } from "./show-interface";

/** Where a panel at the side leaves enough of the board. What fingers press is larger, and takes more of it. */
const HAS_ROOM_BESIDE =
  "(width >= 40rem) and (height >= 36rem) and (pointer: fine), (width >= 64rem) and (height >= 36rem)";

interface EditorPanelsProps {
  readonly editor: Editor;
  readonly topLeft?: ReactNode;
  readonly topRight?: ReactNode;
}

/** All that works on the board itself, and room at the top for what a page adds. */
export function EditorPanels({ editor, topLeft, topRight }: EditorPanelsProps) {
  const isHidden = useStore(editor.isInterfaceHidden);
  const hasRoomBeside = useMediaQuery(HAS_ROOM_BESIDE);
  return (
    <>
      {isHidden ? (
        <ShowInterface editor={editor} />
      ) : (
        <BoardFrame
          topLeft={topLeft}
          topRight={topRight}
          side={hasRoomBeside && <StyleDock editor={editor} />}
          tools={<ToolBar editor={editor} />}
          actions={!hasRoomBeside && <StyleBar editor={editor} />}
          view={
            <>
              <HistoryBar editor={editor} />
              <ZoomBar editor={editor} />
            </>
          }
        />
      )}
      <EditorOverlays editor={editor} />
    </>
  );
}
