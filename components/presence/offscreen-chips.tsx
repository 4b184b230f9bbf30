import { useEffect, useState } from "react";
import type { Collaboration } from "@/client/collaboration/collaboration";
import type { Editor } from "@/client/editor/editor";
import { systemClock } from "@/core/base/clock";
import { useTranslations } from "../messages/use-translations";
import { hintAttributes } from "../ui/hint";
import { useMediaQuery } from "../hooks/use-media-query";
import {
  placeChips,
  PHONE_CHIPS,
  WINDOW_CHIPS,
  type PlacedChips,
} from "./place-chips";
import { initialsOf } from "./initials";

interface OffscreenChipsProps {
  readonly editor: Editor;
  readonly collaboration: Collaboration;
}

/** How often the chips move; milliseconds. */
const INTERVAL_MS = 200;

const NONE: PlacedChips = { chips: [], more: undefined };

/** People who point at something outside the window, at the edge that they are behind. A click goes there. */
export function OffscreenChips({ editor, collaboration }: OffscreenChipsProps) {
  const t = useTranslations("people");
  const isPhone = useMediaQuery("(width < 40rem)");
  const [{ chips, more }, setPlaced] = useState(NONE);
  useEffect(() => {
    let shown = JSON.stringify(NONE);
    return systemClock.every(INTERVAL_MS, () => {
      const placed = placeChips({
        people: collaboration.activeCursors().map(({ at, ...person }) => ({
          ...person,
          at: editor.camera.toScreen(at),
        })),
        window: editor.camera.viewport,
        panels: panelsOnPage,
        ...(isPhone ? PHONE_CHIPS : WINDOW_CHIPS),
      });
      const now = JSON.stringify(placed);
      if (now === shown) return;
      shown = now;
      setPlaced(placed);
    });
  }, [editor, collaboration, isPhone]);

  const { size: diameter } = isPhone ? PHONE_CHIPS : WINDOW_CHIPS;
  return (
    <>
      {chips.map(({ user, name, colour, x, y, angle }) => (
        <button
          key={user}
          type="button"
          aria-label={t("goTo", { name })}
          onClick={() => collaboration.goTo(user)}
          className="animate-appear text-fine before:content-[attr(data-initials)] shadow-panel absolute flex items-center justify-center rounded-full font-semibold text-white transition-[left,top] duration-200 select-none pointer-coarse:after:absolute pointer-coarse:after:-inset-2"
          data-initials={initialsOf(name)}
          style={{
            background: colour,
            width: diameter,
            height: diameter,
            left: x - diameter / 2,
            top: y - diameter / 2,
          }}
          {...hintAttributes({ label: name })}
        >
          <svg
            aria-hidden="true"
            viewBox="-20 -20 40 40"
            className="pointer-events-none absolute -inset-2"
            style={{ transform: `rotate(${angle}rad)` }}
          >
            <path d="M19 0 L13.5 -5 L13.5 5 Z" fill={colour} />
          </svg>
        </button>
      ))}
      {more && (
        <span
          role="img"
          aria-label={t("moreAway", { people: String(more.count) })}
          className="bg-surface text-fine shadow-panel pointer-events-none absolute flex items-center justify-center rounded-full font-semibold"
          style={{
            width: diameter,
            height: diameter,
            left: more.x - diameter / 2,
            top: more.y - diameter / 2,
          }}
        >
          +{more.count}
        </span>
      )}
    </>
  );
}

/** Where the panels are now. Only asked when somebody is outside the window. */
const panelsOnPage = () =>
  [...document.querySelectorAll("[data-panel]")].map((panel) =>
    panel.getBoundingClientRect(),
  );
