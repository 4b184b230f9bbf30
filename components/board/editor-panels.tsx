import type { ReactNode } from "react";
import type { Editor } from "@/client/editor/editor";
import { DeleteBar } from "../toolbar/delete-bar";
import { HistoryBar } from "../toolbar/history-bar";
import { StylePanel } from "../toolbar/style-panel";
import { ToolBar } from "../toolbar/tool-bar";
import { ZoomBar } from "../toolbar/zoom-bar";
import { BoardFrame } from "./board-frame";

interface EditorPanelsProps {
  readonly editor: Editor;
  readonly topLeft?: ReactNode;
  readonly topRight?: ReactNode;
}

/** All that works on the board itself, and room at the top for what a page adds. */
export function EditorPanels({ editor, topLeft, topRight }: EditorPanelsProps) {
  return (
    <BoardFrame
      topLeft={topLeft}
      topRight={topRight}
      style={<StylePanel editor={editor} />}
      tools={<ToolBar editor={editor} />}
      selection={<DeleteBar editor={editor} />}
      view={
        <>
          <HistoryBar editor={editor} />
          <ZoomBar editor={editor} />
        </>
      }
    />
  );
}
