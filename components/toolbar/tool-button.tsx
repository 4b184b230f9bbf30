import type { Editor } from "@/client/editor/editor";
import { classNames } from "../ui/class-names";
import { hasCommandKey, keyLabel } from "../ui/key-label";
import { CommandButton } from "./command-button";
import { shortcutOf } from "./command-of";
import { toolCommand, type BarTool } from "./tool-names";

interface ToolButtonProps {
  readonly editor: Editor;
  readonly tool: BarTool;
  readonly isTabStop: boolean;
  /** Whether a phone has no room for it. */
  readonly isFar: boolean;
}

/** Takes a tool, and shows its key in small. */
export function ToolButton({
  editor,
  tool,
  isTabStop,
  isFar,
}: ToolButtonProps) {
  const command = toolCommand(tool);
  const key = shortcutOf(editor, command);
  return (
    <CommandButton
      editor={editor}
      command={command}
      tabIndex={isTabStop ? 0 : -1}
      // Drawn by the style sheet: as text it would be taken for the button's name.
      data-key={key && keyLabel(key, hasCommandKey()).replace("Shift ", "⇧")}
      className={classNames("key-mark", isFar && "max-sm:hidden")}
    />
  );
}
