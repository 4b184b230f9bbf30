import type { LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { MENU_ITEM } from "./menu";

interface MenuActionProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isDangerous?: boolean;
  readonly onSelect: () => void;
}

/** Something that a menu does. */
export function MenuAction({
  icon: Icon,
  label,
  isDangerous,
  onSelect,
}: MenuActionProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={isDangerous ? `${MENU_ITEM} text-danger` : MENU_ITEM}
    >
      <Icon className="size-4.5" aria-hidden="true" />
      {label}
    </DropdownMenu.Item>
  );
}
