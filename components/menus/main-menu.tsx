import { House, Monitor, Moon, Sun } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { RefObject } from "react";
import { useTranslations } from "../messages/use-translations";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import { withBasePath } from "../base-path";
import { useStore } from "../hooks/use-store";
import { chooseTheme, chosenTheme } from "../theme/chosen-theme";
import { THEMES } from "../theme/theme";
import { Menu, MENU_ITEM, MenuDivider, type MenuPlace } from "../ui/menu";
import { CommandItem } from "./command-item";

const VIEW: readonly CommandId[] = [
  "camera.fit",
  "view.grid",
  "view.snapToGrid",
  "view.snapToShapes",
  "view.hideInterface",
];
const PEOPLE: readonly CommandId[] = [
  "people.say",
  "people.react",
  "people.raiseHand",
  "people.calm",
];
/** One may want to see what they do, and switch another. */
const SWITCHES: ReadonlySet<CommandId> = new Set([
  "view.grid",
  "view.snapToGrid",
  "view.snapToShapes",
  "people.calm",
]);
const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

interface MainMenuProps {
  readonly editor: Editor;
  readonly place: MenuPlace;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** What concerns the whole board and the page: the way home, all commands, the view and the theme. */
export function MainMenu({ editor, ...menu }: MainMenuProps) {
  const t = useTranslations();
  const theme = useStore(chosenTheme);
  return (
    <Menu {...menu} label={t("menu.title")}>
      <DropdownMenu.Item asChild className={MENU_ITEM}>
        {/* A real navigation, so that the browser asks before unsaved work is left behind. */}
        <a href={withBasePath("/")}>
          <House className="size-4.5" aria-hidden="true" />
          {t("board.home")}
        </a>
      </DropdownMenu.Item>
      <CommandItem editor={editor} command="help.palette" />
      <CommandItem editor={editor} command="help.keys" />
      <MenuDivider />
      {VIEW.map((command) => (
        <CommandItem
          key={command}
          editor={editor}
          command={command}
          staysOpen={SWITCHES.has(command)}
        />
      ))}
      {editor.company && <MenuDivider />}
      {editor.company &&
        PEOPLE.map((command) => (
          <CommandItem
            key={command}
            editor={editor}
            command={command}
            staysOpen={SWITCHES.has(command)}
          />
        ))}
      <MenuDivider />
      <DropdownMenu.Label className="text-fine text-ink-soft px-2.5 pt-1 pb-1.5 font-medium">
        {t("menu.theme")}
      </DropdownMenu.Label>
      <DropdownMenu.RadioGroup
        value={theme}
        aria-label={t("menu.theme")}
        className="bg-sunken flex rounded-control"
      >
        {THEMES.map((value) => {
          const Icon = THEME_ICONS[value];
          return (
            <DropdownMenu.RadioItem
              key={value}
              value={value}
              onSelect={(event) => {
                event.preventDefault();
                chooseTheme(value);
              }}
              className="h-control data-highlighted:bg-hover data-[state=checked]:bg-surface data-[state=checked]:text-accent-strong flex flex-1 items-center justify-center gap-1.5 rounded-control px-2.5 font-medium whitespace-nowrap outline-none data-[state=checked]:shadow-[inset_0_0_0_1.5px_var(--color-accent)]"
            >
              <Icon className="size-4" aria-hidden="true" />
              {t(`menu.themes.${value}`)}
            </DropdownMenu.RadioItem>
          );
        })}
      </DropdownMenu.RadioGroup>
    </Menu>
  );
}
