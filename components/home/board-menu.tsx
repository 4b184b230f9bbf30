import { Copy, Pencil, Pin, PinOff, X, type LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { RefObject } from "react";
import { useTranslations } from "../messages/use-translations";
import { Menu, MENU_ITEM, MenuDivider, type MenuPlace } from "../ui/menu";
import type { BoardActions } from "./board-row";

interface BoardMenuProps {
  readonly place: MenuPlace;
  readonly button: RefObject<HTMLElement | null>;
  readonly isPinned: boolean;
  readonly actions: BoardActions;
  /** Asks for the new name. */
  readonly onRename: () => void;
  readonly onClose: () => void;
}

/** What can be done with a board of the list. */
export function BoardMenu({
  isPinned,
  actions,
  onRename,
  ...menu
}: BoardMenuProps) {
  const t = useTranslations("home");
  return (
    <Menu {...menu} label={t("actions")}>
      <Item icon={Pencil} label={t("rename")} onSelect={onRename} />
      <Item
        icon={Copy}
        label={t("duplicate")}
        onSelect={() => actions.onDuplicate()}
      />
      <Item
        icon={isPinned ? PinOff : Pin}
        label={isPinned ? t("unpin") : t("pin")}
        onSelect={() => actions.onPin(!isPinned)}
      />
      <MenuDivider />
      <Item icon={X} label={t("forget")} onSelect={() => actions.onForget()} />
    </Menu>
  );
}

interface ItemProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onSelect: () => void;
}

function Item({ icon: Icon, label, onSelect }: ItemProps) {
  return (
    <DropdownMenu.Item className={MENU_ITEM} onSelect={onSelect}>
      <Icon className="text-ink-soft size-4.5" aria-hidden="true" />
      {label}
    </DropdownMenu.Item>
  );
}
