import { expect, test } from "vitest";
import { keepCalm } from "@/client/keep-calm";
import { createStore } from "@/core/base/store";

test("calm lasts from visit to visit", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const first = createStore(false);
  keepCalm(first, storage);
  expect(first.get()).toBe(false);
  first.set(true);
  const second = createStore(false);
  keepCalm(second, storage);
  expect(second.get()).toBe(true);
});

test("calm lasts as long as the page where the browser keeps nothing", () => {
  const refuse = () => {
    throw new Error("No storage here.");
  };
  const isCalm = createStore(false);
  keepCalm(isCalm, { getItem: refuse, setItem: refuse });
  isCalm.set(true);
  expect(isCalm.get()).toBe(true);
  keepCalm(isCalm, undefined);
  expect(isCalm.get()).toBe(false);
});
