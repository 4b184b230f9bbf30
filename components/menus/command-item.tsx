import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useTranslations } from "../messages/use-translations";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import { useEditorState } from "../hooks/use-editor-state";
import { commandOf } from "../toolbar/command-of";
import { hasCommandKey, keyLabel } from "../ui/key-label";
import { MENU_ITEM } from "../ui/menu";
import { menuIcons } from "./menu-icons";

interface CommandItemProps {
  readonly editor: Editor;
  readonly command: CommandId;
  /** Whether the menu stays open, for what one may want to switch more of. */
  readonly staysOpen?: boolean;
  /** Whether it is left out while it would do nothing. */
  readonly isOptional?: boolean;
}

/** A command in a menu, with its icon and key; one that is on has a mark. */
export function CommandItem({
  editor,
  command,
  staysOpen,
  isOptional = false,
}: CommandItemProps) {
  const t = useTranslations("commands");
  const found = commandOf(editor, command);
  const isEnabled = useEditorState(
    editor,
    () => found?.isEnabled(editor) ?? false,
  );
  const isOn = useEditorState(editor, () => found?.isOn?.(editor));
  if (isOptional && !isEnabled) return null;
  const Icon = menuIcons[found?.icon ?? ""];
  const key = found?.keys[0];
  const item = {
    disabled: !isEnabled,
    onSelect(event: Event) {
      if (staysOpen) event.preventDefault();
      editor.run(command);
    },
    className:
      command === "selection.delete" ? `${MENU_ITEM} text-danger` : MENU_ITEM,
  };
  const content = (
    <>
      <span className="flex w-4.5 shrink-0 justify-center">
        {Icon && <Icon className="size-4.5" aria-hidden="true" />}
      </span>
      {t(command)}
      <span className="text-ink-soft ml-auto flex items-center gap-2 pl-6">
        {isOn && <Check className="text-accent size-4" aria-hidden="true" />}
        {key && (
          <kbd
            className="text-fine font-sans pointer-coarse:hidden"
            aria-hidden="true"
          >
            {keyLabel(key, hasCommandKey())}
          </kbd>
        )}
      </span>
    </>
  );
  if (isOn === undefined)
    return <DropdownMenu.Item {...item}>{content}</DropdownMenu.Item>;
  return (
    <DropdownMenu.CheckboxItem {...item} checked={isOn}>
      {content}
    </DropdownMenu.CheckboxItem>
  );
}
