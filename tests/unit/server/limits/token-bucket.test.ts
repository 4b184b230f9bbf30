import { expect, test } from "vitest";
import { TokenBucket } from "@/server/limits/token-bucket";
import { FakeClock } from "../../../support/fake-clock";

test("a burst may come at once, then only as many as the rate allows", () => {
  const clock = new FakeClock();
  const bucket = new TokenBucket(clock, { perSecond: 10, burst: 3 });
  const takeAll = () => {
    let taken = 0;
    while (bucket.take()) taken += 1;
    return taken;
  };

  expect(takeAll()).toBe(3);
  clock.advance(100);
  expect(takeAll()).toBe(1);
  clock.advance(60_000);
  expect(takeAll()).toBe(3);
});

test("what is spent on credit has to be earned back", () => {
  const clock = new FakeClock();
  const bucket = new TokenBucket(clock, { perSecond: 10, burst: 1 });
  for (let i = 0; i < 4; i++) bucket.spend();

  expect(bucket.tokens).toBe(-3);
  expect(bucket.timeUntil(0)).toBe(300);
  clock.advance(300);
  expect(bucket.tokens).toBeCloseTo(0);
  expect(bucket.timeUntil(-1)).toBe(0);
});
