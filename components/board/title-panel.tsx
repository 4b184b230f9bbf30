import type { ReactNode } from "react";
import type { Editor } from "@/client/editor/editor";
import type { BoardId } from "@/core/base/ids";
import { MainMenuButton } from "../menus/main-menu-button";
import { Panel } from "../ui/panel";
import { BoardTitle } from "./board-title";

interface TitlePanelProps {
  readonly room: BoardId;
  readonly editor: Editor;
  /** The save line. */
  readonly children: ReactNode;
}

/** The menu, where one is, and whether the work is safe. */
export function TitlePanel({ room, editor, children }: TitlePanelProps) {
  return (
    <Panel className="min-w-0 gap-1 pr-3 max-sm:gap-0.5 max-sm:pr-2">
      <MainMenuButton editor={editor} />
      <div className="min-w-0 sm:min-w-42">
        <BoardTitle room={room} board={editor.board} />
        {children}
      </div>
    </Panel>
  );
}
