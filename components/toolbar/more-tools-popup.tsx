import { useTranslations } from "../messages/use-translations";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import { useEditorState } from "../hooks/use-editor-state";
import { moveFocus } from "../ui/move-focus";
import { Popup } from "../ui/popup";
import type { PopupProps } from "../ui/use-popup";
import { commandIcons } from "./command-icons";
import { commandOf } from "./command-of";
import { farTools, toolCommand } from "./tool-names";

/** The tools that a phone's bar has no room for, with their names. */
export function MoreToolsPopup({
  editor,
  ...popup
}: PopupProps & { readonly editor: Editor }) {
  const t = useTranslations("bars");
  const commands = [...farTools(editor).map(toolCommand), "tool.keep" as const];
  return (
    <Popup
      {...popup}
      label={t("moreTools")}
      side="top"
      // Covers the bars beneath it, instead of leaving their ends.
      className="w-[min(26rem,calc(100vw-1.5rem))] p-2"
    >
      <div className="grid grid-cols-3 gap-1" onKeyDown={moveFocus}>
        {commands.map((command) => (
          <LabelledTool
            key={command}
            editor={editor}
            command={command}
            onDone={popup.onDone}
          />
        ))}
      </div>
    </Popup>
  );
}

interface LabelledToolProps {
  readonly editor: Editor;
  readonly command: CommandId;
  readonly onDone: () => void;
}

function LabelledTool({ editor, command, onDone }: LabelledToolProps) {
  const t = useTranslations("commands");
  const found = commandOf(editor, command);
  const isOn = useEditorState(editor, () => found?.isOn?.(editor));
  const Icon = commandIcons[found?.icon ?? ""];
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => {
        editor.run(command);
        onDone();
      }}
      className="text-fine hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-strong flex min-h-16 flex-col items-center justify-center gap-1.5 rounded-control px-1 py-2 text-center font-medium text-balance"
    >
      {Icon && <Icon className="size-5 shrink-0" aria-hidden="true" />}
      {t(command)}
    </button>
  );
}
