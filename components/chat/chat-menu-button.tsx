import { BellRing, Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { Menu, MENU_ITEM } from "../ui/menu";
import { MenuButton } from "../ui/menu-button";
import { desktopNotices } from "./desktop-notices";

/** What one may set about the chat. Not there where there is nothing to set. */
export function ChatMenuButton() {
  const t = useTranslations("chat");
  const state = useStore(desktopNotices.state);
  if (state === "impossible") return null;
  const isOn = state === "on";
  return (
    <MenuButton label={t("settings")}>
      {(menu) => (
        <Menu label={t("settings")} {...menu}>
          <DropdownMenu.CheckboxItem
            checked={isOn}
            disabled={state === "forbidden"}
            onSelect={() => void desktopNotices.setOn(!isOn)}
            className={MENU_ITEM}
          >
            <BellRing className="size-4.5" aria-hidden="true" />
            {state === "forbidden" ? t("noticesForbidden") : t("notices")}
            {isOn && (
              <Check
                className="text-accent ml-auto size-4"
                aria-hidden="true"
              />
            )}
          </DropdownMenu.CheckboxItem>
        </Menu>
      )}
    </MenuButton>
  );
}
