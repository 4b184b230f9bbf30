"use client";

import { useTranslations } from "../messages/use-translations";
import { PersonPointer } from "./person-pointer";

interface Stroke {
  readonly path: string;
  readonly colour: string;
  readonly width: number;
}

const INK = "light-dark(#1e1e1e, #e3e3e3)";
const SUN = "light-dark(#f08c00, #ffb14a)";
const SEA = "light-dark(#1971c2, #6cb2f0)";
const SAIL = "light-dark(#e03131, #ff8787)";
const GRASS = "light-dark(#2f9e44, #69c77b)";

/** In the order in which they are drawn. */
const STROKES: readonly Stroke[] = [
  // The sea, and the sun over it.
  {
    path: "M24 222c96-4 208 3 330-1M398 221c44 2 92-3 140 0",
    colour: SEA,
    width: 3,
  },
  {
    path: "M404 64c31-10 62 13 60 44-2 32-43 53-70 32-25-19-20-65 10-76",
    colour: SUN,
    width: 4.5,
  },
  {
    path: "M431 32c0-8 1-14 1-21M482 60c7-7 11-11 17-16M496 112c9 1 16 0 24 1M376 50c-5-7-9-11-15-16M362 104c-9 0-14 1-21 1",
    colour: SUN,
    width: 4,
  },
  // The pier, plank by plank, from the beach to the sea.
  { path: "M74 422c79 4 170-2 262 2", colour: INK, width: 6 },
  { path: "M135 386c64-3 138 2 213-2", colour: INK, width: 5.4 },
  { path: "M188 347c51 4 110-2 169 2", colour: INK, width: 4.9 },
  { path: "M233 321c40-3 86 2 132-2", colour: INK, width: 4.4 },
  { path: "M271 292c30 4 66-2 101 2", colour: INK, width: 4 },
  { path: "M303 275c23-3 49 2 75-2", colour: INK, width: 3.5 },
  { path: "M329 254c16 4 35-2 54 2", colour: INK, width: 3 },
  { path: "M348 245c11-3 25 2 38-2", colour: INK, width: 2.6 },
  { path: "M363 231c8 4 17-2 26 2", colour: INK, width: 2.2 },
  {
    path: "M62 432c98-68 214-148 314-205M340 433c18-70 38-140 54-207",
    colour: INK,
    width: 3.5,
  },
  // Its posts and the rope between them.
  {
    path: "M98 412c-2-28 1-62 0-92M198 346c-2-20 1-44 0-66",
    colour: INK,
    width: 4.5,
  },
  {
    path: "M263 302c-1-15 1-31 0-48M311 271c-1-11 1-22 0-36M341 251c-1-9 0-17 0-27",
    colour: INK,
    width: 3.5,
  },
  {
    path: "M98 326c32 6 68-14 100-42 22 0 46-10 65-28 17 0 34-8 48-20 11 0 21-4 30-11",
    colour: INK,
    width: 2.6,
  },
  // Waves.
  {
    path: "M402 292c12-11 23-11 34 0 11 11 22 11 33 0 11-11 22-11 33 0",
    colour: SEA,
    width: 4,
  },
  { path: "M426 350c13-12 25-12 37 0 12 12 24 12 36 0", colour: SEA, width: 4 },
  {
    path: "M404 404c13-12 25-12 37 0 12 12 24 12 36 0 12-11 23-11 33-2",
    colour: SEA,
    width: 4,
  },
  {
    path: "M48 266c11-10 21-10 31 0 10 10 20 10 30 0M150 250c8-7 15-7 22 0 7 7 14 7 21 0",
    colour: SEA,
    width: 3.5,
  },
  // A boat, gulls, and grass on the beach.
  {
    path: "M456 240c13 15 42 14 53-2-16 3-36 3-53 2z",
    colour: INK,
    width: 3.5,
  },
  {
    path: "M481 235c-1-26 0-45 0-68 17 20 25 35 30 56-10 3-20 3-29 1",
    colour: SAIL,
    width: 4,
  },
  {
    path: "M120 96c11-14 24-14 31 1 8-16 22-17 34-4M208 146c8-10 17-10 22 0 6-10 15-11 23-2",
    colour: INK,
    width: 3.5,
  },
  {
    path: "M36 424c-3-20-8-33-17-44M43 424c0-24 3-36 11-52M49 425c5-15 10-23 19-33",
    colour: GRASS,
    width: 4,
  },
];

/** One stroke follows the other after this many milliseconds. */
const PACE = 100;

/** What the product is, shown and not told: a drawing that two people make. */
export function HeroSketch() {
  const t = useTranslations("home");
  return (
    <div
      role="img"
      aria-label={t("sketch")}
      className="bg-surface shadow-float relative bg-[radial-gradient(var(--color-line)_1px,transparent_1px)] bg-size-[1.25rem_1.25rem] aspect-[7/5.6] w-full rounded-sheet"
    >
      <svg
        viewBox="0 0 560 448"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="size-full"
        aria-hidden="true"
      >
        {STROKES.map(({ path, colour, width }, index) => (
          <path
            key={path}
            d={path}
            pathLength={1}
            strokeDasharray={1}
            strokeWidth={width}
            className="animate-draw"
            style={{ stroke: colour, animationDelay: `${index * PACE}ms` }}
          />
        ))}
      </svg>
      <PersonPointer
        name={t("sketchFirst")}
        colour="#d6336c"
        className="top-[50%] left-[91%]"
      />
      <PersonPointer
        name={t("sketchSecond")}
        colour="#7048e8"
        className="top-[72%] left-[37%] [animation-delay:-4s]"
      />
    </div>
  );
}
