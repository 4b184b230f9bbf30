import { Command as Palette } from "cmdk";
import { Check, Search } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "../messages/use-translations";
import { COMMAND_GROUPS, type Command } from "@/client/editor/command";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import { Keys } from "../ui/keys";
import { Modal } from "../ui/modal";
import { labelsOf } from "./labels-of";
import { menuIcons } from "./menu-icons";

/** Finds a command by its name, in whichever language, and runs it. Shows only what would do something now. */
export function CommandPalette({ editor }: { readonly editor: Editor }) {
  const t = useTranslations();
  const id = useId();
  const close = () => editor.openPanel.set(undefined);
  const [commands] = useState(() =>
    editor.commands.filter(
      (command) => command.id !== "help.palette" && command.isEnabled(editor),
    ),
  );
  const run = (command: Command) => {
    close();
    editor.run(command.id);
  };
  return (
    <Modal
      role="dialog"
      titleId={`${id}-title`}
      onClose={close}
      className="mt-[12vh] w-[min(32rem,calc(100vw-1.5rem))] overflow-hidden rounded-panel max-sm:mt-3"
    >
      <h2 id={`${id}-title`} className="sr-only">
        {t("palette.title")}
      </h2>
      <Palette label={t("palette.title")} loop>
        <div className="border-line flex items-center gap-3 border-b px-4">
          <Search
            className="text-ink-soft size-5 shrink-0"
            aria-hidden="true"
          />
          <Palette.Input
            data-first-focus
            placeholder={t("palette.placeholder")}
            className="text-input placeholder:text-ink-soft h-13 min-w-0 flex-1 bg-transparent outline-none"
          />
        </div>
        <Palette.List className="max-h-[min(24rem,60dvh)] overflow-y-auto overscroll-contain p-2">
          <Palette.Empty className="text-ink-soft p-6 text-center">
            {t("palette.empty")}
          </Palette.Empty>
          {COMMAND_GROUPS.map((group) => (
            <Palette.Group
              key={group}
              heading={t(`commandGroups.${group}`)}
              className="[&_[cmdk-group-heading]]:text-fine [&_[cmdk-group-heading]]:text-ink-soft [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-2 [&_[cmdk-group-heading]]:font-semibold"
            >
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <PaletteItem
                    key={command.id}
                    command={command}
                    isOn={command.isOn?.(editor) ?? false}
                    onRun={() => run(command)}
                  />
                ))}
            </Palette.Group>
          ))}
        </Palette.List>
      </Palette>
    </Modal>
  );
}

interface PaletteItemProps {
  readonly command: Command;
  readonly isOn: boolean;
  readonly onRun: () => void;
}

function PaletteItem({ command, isOn, onRun }: PaletteItemProps) {
  const t = useTranslations("commands");
  const label = t(command.id as CommandId);
  const Icon = menuIcons[command.icon ?? ""];
  const [key] = command.keys;
  return (
    <Palette.Item
      value={label}
      keywords={[...labelsOf(command.id)]}
      onSelect={onRun}
      className="h-control data-[selected=true]:bg-hover flex cursor-pointer items-center gap-3 rounded-control px-2.5"
    >
      <span className="text-ink-soft flex w-5 shrink-0 justify-center">
        {Icon && <Icon className="size-4.5" aria-hidden="true" />}
      </span>
      <span className="min-w-0 truncate">{label}</span>
      <span className="ml-auto flex items-center gap-2">
        {isOn && <Check className="text-accent size-4" aria-hidden="true" />}
        {key && <Keys keys={key} />}
      </span>
    </Palette.Item>
  );
}
