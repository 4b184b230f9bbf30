import type { ComponentProps } from "react";
import { useTranslations } from "use-intl";
import type { CommandId } from "@/client/editor/commands";
import type { Editor } from "@/client/editor/editor";
import { IconButton } from "../ui/icon-button";
import { shortcutOf } from "./shortcut-of";

interface CommandButtonProps extends Omit<ComponentProps<"button">, "onClick"> {
  readonly editor: Editor;
  readonly command: CommandId;
}

/** A button for one of the editor's commands, with the command's name and key. Its child is the icon. */
export function CommandButton({
  editor,
  command,
  ...rest
}: CommandButtonProps) {
  const t = useTranslations("commands");
  return (
    <IconButton
      label={t(command)}
      shortcut={shortcutOf(editor, command)}
      onClick={() => editor.run(command)}
      {...rest}
    />
  );
}
