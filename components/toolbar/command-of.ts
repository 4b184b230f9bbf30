import type { Command } from "@/client/editor/command";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";

/** A command by its name; undefined in an editor that was not given it. */
export const commandOf = (
  { commands }: Editor,
  name: CommandId,
): Command | undefined => commands.find(({ id }) => id === name);

/** The key to show for a command, as commands write it: `Mod+Z`. */
export const shortcutOf = (
  editor: Editor,
  name: CommandId,
): string | undefined => commandOf(editor, name)?.keys[0];
