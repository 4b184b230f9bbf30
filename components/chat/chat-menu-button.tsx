import { BellRing, Check, EllipsisVertical } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useRef, useState } from "react";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";
import { Menu, MENU_ITEM, type MenuPlace } from "../ui/menu";
import { desktopNotices } from "./desktop-notices";

/** What one may set about the chat. Not there where there is nothing to set. */
export function ChatMenuButton() {
  const t = useTranslations("chat");
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<MenuPlace>();
  const state = useStore(desktopNotices.state);
  if (state === "impossible") return null;
  const isOn = state === "on";
  return (
    <>
      <IconButton
        ref={button}
        label={t("settings")}
        aria-haspopup="menu"
        aria-expanded={place !== undefined}
        onClick={() =>
          setPlace(place ? undefined : button.current?.getBoundingClientRect())
        }
      >
        <EllipsisVertical aria-hidden="true" />
      </IconButton>
      {place && (
        <Menu
          label={t("settings")}
          place={place}
          button={button}
          onClose={() => setPlace(undefined)}
        >
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
    </>
  );
}
