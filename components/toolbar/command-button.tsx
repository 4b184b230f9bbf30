import type { ComponentProps } from "react";
import { useTranslations } from "../messages/use-translations";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import { useEditorState } from "../hooks/use-editor-state";
import { IconButton } from "../ui/icon-button";
import { commandIcons } from "./command-icons";
import { commandOf } from "./command-of";

interface CommandButtonProps extends Omit<
  ComponentProps<typeof IconButton>,
  "onClick" | "label" | "shortcut" | "disabled"
> {
  readonly editor: Editor;
  readonly command: CommandId;
  /** Where to look for the icon; the icons of the bars by default. */
  readonly icons?: typeof commandIcons;
}

/** A button for one of the editor's commands, with the command's icon, name and key. Can be pressed while the command is enabled. */
export function CommandButton({
  editor,
  command,
  icons = commandIcons,
  children,
  ...rest
}: CommandButtonProps) {
  const t = useTranslations("commands");
  const found = commandOf(editor, command);
  const isEnabled = useEditorState(
    editor,
    () => found?.isEnabled(editor) ?? false,
  );
  const isOn = useEditorState(editor, () => found?.isOn?.(editor));
  const Icon = icons[found?.icon ?? ""];
  return (
    <IconButton
      label={t(command)}
      shortcut={found?.keys[0]}
      aria-pressed={isOn}
      disabled={!isEnabled}
      onClick={() => editor.run(command)}
      {...rest}
    >
      {Icon && <Icon aria-hidden="true" />}
      {children}
    </IconButton>
  );
}
