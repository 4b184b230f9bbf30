import { Menu as MenuIcon } from "lucide-react";
import { lazy, useRef, useState } from "react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { IconButton } from "../ui/icon-button";
import { LateRegion } from "../ui/late-region";
import type { MenuPlace } from "../ui/menu";

const MainMenu = lazy(async () => ({
  default: (await import("./main-menu")).MainMenu,
}));

/** Opens the menu of the whole board. */
export function MainMenuButton({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("menu");
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<MenuPlace>();
  return (
    <>
      <IconButton
        ref={button}
        label={t("open")}
        hintSide="bottom"
        aria-haspopup="menu"
        aria-expanded={place !== undefined}
        onClick={({ currentTarget }) =>
          setPlace(place ? undefined : currentTarget.getBoundingClientRect())
        }
      >
        <MenuIcon aria-hidden="true" />
      </IconButton>
      {place && (
        <LateRegion>
          <MainMenu
            editor={editor}
            place={place}
            button={button}
            onClose={() => setPlace(undefined)}
          />
        </LateRegion>
      )}
    </>
  );
}
