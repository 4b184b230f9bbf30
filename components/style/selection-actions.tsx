import { useTranslations } from "../messages/use-translations";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import { useEditorState } from "../hooks/use-editor-state";
import { menuIcons } from "../menus/menu-icons";
import { CommandButton } from "../toolbar/command-button";
import { commandOf } from "../toolbar/command-of";

const ACTIONS: readonly CommandId[] = [
  "selection.duplicate",
  "selection.delete",
  "group.group",
  "group.ungroup",
  "lock.toggle",
  "style.copy",
];
const ORDER: readonly CommandId[] = [
  "order.back",
  "order.backward",
  "order.forward",
  "order.front",
  "flip.horizontal",
  "flip.vertical",
];
const ALIGNMENT: readonly CommandId[] = [
  "align.left",
  "align.centre",
  "align.right",
  "align.top",
  "align.middle",
  "align.bottom",
];

/** What is done most with the selection. The rest is in its context menu. */
export function SelectionActions({ editor }: { readonly editor: Editor }) {
  const t = useTranslations();
  const canAlign = useEditorState(
    editor,
    () => commandOf(editor, "align.left")?.isEnabled(editor) ?? false,
  );
  return (
    <div className="flex flex-col gap-1">
      <Actions editor={editor} label={t("bars.actions")} commands={ACTIONS} />
      <Actions editor={editor} label={t("menu.order")} commands={ORDER} />
      {canAlign && (
        <Actions
          editor={editor}
          label={t("menu.alignment")}
          commands={ALIGNMENT}
        />
      )}
    </div>
  );
}

interface ActionsProps {
  readonly editor: Editor;
  readonly label: string;
  readonly commands: readonly CommandId[];
}

function Actions({ editor, label, commands }: ActionsProps) {
  return (
    <div
      role="group"
      aria-label={label}
      className="grid grid-cols-6 justify-items-center"
    >
      {commands.map((command) => (
        <CommandButton
          key={command}
          editor={editor}
          command={command}
          icons={menuIcons}
          className={
            command === "selection.delete" ? "[&_svg]:text-danger" : ""
          }
        />
      ))}
    </div>
  );
}
