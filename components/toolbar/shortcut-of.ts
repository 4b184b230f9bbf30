import type { CommandId } from "@/client/editor/commands";
import type { Editor } from "@/client/editor/editor";

/** The key to show for a command, as commands write it: `Mod+Z`. */
export const shortcutOf = (
  editor: Editor,
  command: CommandId,
): string | undefined =>
  editor.commands.find(({ id }) => id === command)?.keys[0];
