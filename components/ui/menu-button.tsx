import { EllipsisVertical } from "lucide-react";
import { useRef, useState, type ReactNode, type RefObject } from "react";
import { IconButton } from "./icon-button";
import type { MenuPlace } from "./menu";

/** What a menu of a button needs to know of it. */
export interface OpenMenu {
  readonly place: MenuPlace;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

interface MenuButtonProps {
  readonly label: string;
  /** To know the button by. */
  readonly button?: RefObject<HTMLButtonElement | null>;
  /** The menu, while it is open. */
  readonly children: (menu: OpenMenu) => ReactNode;
}

/** Three dots that open a menu, and close it again. */
export function MenuButton({ label, children, ...props }: MenuButtonProps) {
  const own = useRef<HTMLButtonElement>(null);
  const button = props.button ?? own;
  const [place, setPlace] = useState<MenuPlace>();
  return (
    <>
      <IconButton
        ref={button}
        label={label}
        aria-haspopup="menu"
        aria-expanded={place !== undefined}
        onClick={({ currentTarget }) =>
          setPlace(place ? undefined : currentTarget.getBoundingClientRect())
        }
      >
        <EllipsisVertical aria-hidden="true" />
      </IconButton>
      {place && children({ place, button, onClose: () => setPlace(undefined) })}
    </>
  );
}
