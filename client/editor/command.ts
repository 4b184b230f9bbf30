import type { Editor } from "./editor";

/** The parts of the menus, the palette and the help sheet, in their order. */
export const COMMAND_GROUPS = [
  "tools",
  "edit",
  "arrange",
  "style",
  "people",
  "view",
  "help",
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that a person can ask for by key, button or menu. Its label belongs to the interface, under the command's id. */
export interface Command<Id extends string = string> {
  readonly id: Id;
  readonly group: CommandGroup;
  /** Name of a lucide icon, in kebab-case; commands that no button and no menu shows have none. */
  readonly icon?: string;
  /** Such as `Mod+Shift+Z`; the first is the one to show. */
  readonly keys: readonly string[];
  /** Whether the browser itself answers the keys, by an event that does what `run` does: copy, cut, paste. */
  readonly isBrowserKey?: boolean;
  /** Whether `run` would do something now. */
  isEnabled(editor: Editor): boolean;
  /** Whether it is on, for commands that switch something. */
  isOn?(editor: Editor): boolean;
  /** Returns whether it applied. */
  run(editor: Editor): boolean;
}

export interface CommandSpec<Id extends string> extends Omit<
  Command<Id>,
  "run" | "isEnabled"
> {
  /** Always, by default. */
  readonly isEnabled?: (editor: Editor) => boolean;
  /** Runs only while the command is enabled. What it returns as false did not apply. */
  readonly apply: (editor: Editor) => boolean | void;
}

export function command<const Id extends string>({
  apply,
  isEnabled = () => true,
  ...spec
}: CommandSpec<Id>): Command<Id> {
  return {
    ...spec,
    isEnabled,
    run: (editor) => isEnabled(editor) && apply(editor) !== false,
  };
}
