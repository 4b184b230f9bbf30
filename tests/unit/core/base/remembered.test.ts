import { expect, it } from "vitest";
import { remembered } from "@/core/base/remembered";

it("is made once for as long as what it is made of stays the same", () => {
  let made = 0;
  let from: readonly unknown[] = [1, "a"];
  const value = remembered(
    () => from,
    () => ({ number: (made += 1) }),
  );
  const first = value();
  from = [1, "a"];
  expect(value()).toBe(first);
  from = [1, "b"];
  expect(value()).toEqual({ number: 2 });
  from = [1];
  expect(value()).toEqual({ number: 3 });
  expect(made).toBe(3);
});

it("is remembered also when it is undefined", () => {
  let made = 0;
  const value = remembered(
    () => [],
    () => void (made += 1),
  );
  value();
  value();
  expect(made).toBe(1);
});
