import type { UserId } from "@/core/base/ids";

/** What there is room for, by the size of the window. Sizes in CSS pixels. */
export const WINDOW_CHIPS = { size: 32, max: 8 } as const;
export const PHONE_CHIPS = { size: 28, max: 4 } as const;

/** Between a chip's middle and the window's edge, on top of its radius and its arrow; CSS pixels. */
const EDGE = 10;
/** Between a chip and a panel, or another chip; CSS pixels. */
const GAP = 10;

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PointingPerson {
  readonly user: UserId;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** Where they point, in this window's CSS pixels. */
  readonly at: Place;
}

export interface Chip extends Place, Omit<PointingPerson, "at"> {
  /** The way to where the person points: radians from the right, clockwise. */
  readonly angle: number;
}

export interface PlacedChips {
  readonly chips: readonly Chip[];
  /** Where the number of those stands for whom there is no room. */
  readonly more: (Place & { readonly count: number }) | undefined;
}

export interface ChipsOptions {
  readonly people: readonly PointingPerson[];
  /** CSS pixels. */
  readonly window: { readonly width: number; readonly height: number };
  /** A chip's diameter; CSS pixels. */
  readonly size: number;
  /** More chips than this become a number. */
  readonly max: number;
  readonly panels: () => readonly Rectangle[];
}

type Edge = "left" | "right" | "top" | "bottom";

interface Found extends Chip {
  readonly edge: Edge;
  readonly distance: number;
}

/** Puts a chip at the window's edge for everybody who points outside it: the nearest first, clear of panels and of each other. */
export function placeChips({
  people,
  size,
  max,
  panels,
  window,
}: ChipsOptions): PlacedChips {
  const found = people
    .flatMap((person) => findChip(person, window, size) ?? [])
    .sort((a, b) => a.distance - b.distance);
  if (found.length === 0) return { chips: [], more: undefined };
  const shown = found.slice(0, max + 1);
  const rectangles = panels();
  const placed: Found[] = [];
  for (const chip of shown) {
    const clear = clearOfPanels(chip, rectangles, size);
    placed.push(clearOfOthers(clear, placed, size));
  }
  const count = found.length - max;
  const last = count > 0 ? placed[max] : undefined;
  return {
    chips: placed.slice(0, max).map(toChip),
    more: last && { x: last.x, y: last.y, count },
  };
}

/** Undefined for somebody who points into the window. */
function findChip(
  { at, ...person }: PointingPerson,
  { width, height }: ChipsOptions["window"],
  size: number,
): Found | undefined {
  if (at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height)
    return undefined;
  const middle = { x: width / 2, y: height / 2 };
  const way = { x: at.x - middle.x, y: at.y - middle.y };
  const inset = size / 2 + EDGE;
  const toSide = (middle.x - inset) / Math.abs(way.x);
  const toTop = (middle.y - inset) / Math.abs(way.y);
  const share = Math.min(toSide, toTop);
  const sideways: Edge = way.x < 0 ? "left" : "right";
  const upright: Edge = way.y < 0 ? "top" : "bottom";
  return {
    ...person,
    x: Math.round(middle.x + way.x * share),
    y: Math.round(middle.y + way.y * share),
    angle: Math.round(Math.atan2(way.y, way.x) * 20) / 20,
    edge: toSide < toTop ? sideways : upright,
    distance: Math.hypot(way.x, way.y),
  };
}

/** Farther in from its edge than any panel that it would lie under or touch. */
function clearOfPanels(
  chip: Found,
  panels: readonly Rectangle[],
  size: number,
): Found {
  const reach = size / 2 + GAP;
  let { x, y } = chip;
  for (const { left, top, right, bottom } of panels) {
    const isApart =
      x + reach <= left ||
      x - reach >= right ||
      y + reach <= top ||
      y - reach >= bottom;
    if (isApart) continue;
    if (chip.edge === "left") x = right + reach;
    if (chip.edge === "right") x = left - reach;
    if (chip.edge === "top") y = bottom + reach;
    if (chip.edge === "bottom") y = top - reach;
  }
  return { ...chip, x: Math.round(x), y: Math.round(y) };
}

/** Moved along its edge, to the nearest side, as long as it would lie on another. */
function clearOfOthers(
  chip: Found,
  others: readonly Found[],
  size: number,
): Found {
  const axis = chip.edge === "left" || chip.edge === "right" ? "y" : "x";
  const step = size + GAP;
  const isTaken = (place: Place) =>
    others.some(
      (other) => Math.hypot(other.x - place.x, other.y - place.y) < step - 1,
    );
  for (let i = 0; i <= others.length; i++)
    for (const side of [1, -1]) {
      const moved = { ...chip, [axis]: chip[axis] + side * i * step };
      if (!isTaken(moved)) return moved;
    }
  return chip;
}

const toChip = ({ user, name, colour, x, y, angle }: Found): Chip => ({
  user,
  name,
  colour,
  x,
  y,
  angle,
});
