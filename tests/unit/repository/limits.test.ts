import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import * as limits from "@/core/protocol/limits";

const TESTS = path.resolve(import.meta.dirname, "../..");

/** Those that only pace what our own pages do: nobody who goes above them does any harm. */
const PACE_OF_PAGES = new Set([
  "BARRIER_INTERVAL_MS",
  "LASER_TRAIL_MS",
  "LOOK_MS",
  "PRESENCE_INTERVAL_MS",
  "PREVIEW_TIMEOUT_MS",
  "SAY_SHOWN_MS",
  "TYPING_MS",
]);
/** Seen from outside by what they bring about, in tests that need not know them. */
const SEEN_FROM_OUTSIDE = new Set([
  "MAX_EXCERPT_LENGTH",
  "MAX_NOTIFICATIONS",
  "MAX_SPREAD_MS",
  "SEARCH_PAGE",
  "SPREAD_MS_PER_MEMBER",
  "TYPING_INTERVAL_MS",
]);

test("every limit that the server enforces is tried by a test that names it", () => {
  const texts = readdirSync(TESTS, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => path.join(TESTS, file))
    .filter((file) => file !== import.meta.filename)
    .map((file) => readFileSync(file, "utf8"));
  const untried = Object.keys(limits)
    .filter((name) => !PACE_OF_PAGES.has(name) && !SEEN_FROM_OUTSIDE.has(name))
    .filter((name) => {
      const named = new RegExp(`\\b${name}\\b`);
      return !texts.some((text) => named.test(text));
    });

  expect(untried).toEqual([]);
});
