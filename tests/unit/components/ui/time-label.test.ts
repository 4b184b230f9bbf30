import { expect, test } from "vitest";
import {
  agoLabel,
  dayLabel,
  momentLabel,
  timeLabel,
} from "@/components/ui/time-label";

const NOON = new Date(2026, 4, 14, 12, 0).getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test("times are written on 24 hours in every language", () => {
  const at = new Date(2026, 4, 14, 15, 5).getTime();
  expect(timeLabel(at, "en")).toBe("15:05");
  expect(timeLabel(at, "zh-CN")).toBe("15:05");
  expect(timeLabel(new Date(2026, 4, 14, 0, 5).getTime(), "en")).toBe("00:05");
});

test("near days have names, others a date, and last year's a year", () => {
  expect(dayLabel(NOON, NOON, "en")).toBe("today");
  expect(dayLabel(NOON - 13 * HOUR, NOON, "en")).toBe("yesterday");
  expect(dayLabel(NOON - 2 * DAY, NOON, "en")).toBe("Tuesday, May 12");
  expect(dayLabel(NOON - 365 * DAY, NOON, "en")).toContain("2025");
});

test.each([
  [HOUR, "13:00"],
  [7 * DAY, "May 21, 12:00"],
  [365 * DAY, "May 14, 2027, 12:00"],
  [-DAY, "May 13, 12:00"],
])("a moment %i ms from now is called %j", (from, label) => {
  expect(momentLabel(NOON + from, NOON, "en")).toBe(label);
});

test.each([
  [0, "now"],
  [59_000, "now"],
  [3 * MINUTE, "3 minutes ago"],
  [HOUR, "1 hour ago"],
  [DAY, "yesterday"],
  [9 * DAY, "9 days ago"],
  [-HOUR, "now"],
])("what was %i ms ago is called %j", (age, label) => {
  expect(agoLabel(NOON - age, NOON, "en")).toBe(label);
});
