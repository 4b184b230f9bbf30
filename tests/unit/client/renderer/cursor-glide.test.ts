import { describe, expect, it } from "vitest";
import { CursorGlide } from "@/client/renderer/cursor-glide";
import { boardPoint } from "@/core/geometry/point";

/** Reports every 33 ms along `xs`. */
function glideAlong(xs: readonly number[]): CursorGlide {
  const glide = new CursorGlide();
  xs.forEach((x, i) => glide.report(boardPoint(x, 0), i * 33));
  return glide;
}

describe("a gliding cursor", () => {
  it("is nowhere before the first report, and then at once where it was reported", () => {
    const glide = new CursorGlide();
    expect(glide.placeAt(0)).toBeUndefined();
    glide.report(boardPoint(5, 6), 1000);
    expect(glide.placeAt(1000)).toMatchObject({ x: 5, y: 6 });
    expect(glide.isAtRest(1100)).toBe(true);
  });

  it("moves evenly along an even way", () => {
    const glide = glideAlong([0, 33, 66, 99, 132]);
    const steps = [100, 110, 120, 130].map((now) => glide.placeAt(now)!.x);
    for (let i = 1; i < steps.length; i++)
      expect(steps[i]! - steps[i - 1]!).toBeCloseTo(10);
  });

  it("never turns a corner at a report", () => {
    const glide = glideAlong([0, 10, 60, 70, 200]);
    const at = (time: number) => glide.placeAt(time + 50)!.x;
    const speedBefore = at(66) - at(65);
    const speedAfter = at(67) - at(66);
    expect(Math.abs(speedAfter - speedBefore)).toBeLessThan(0.15);
  });

  it("comes to rest at the last report", () => {
    const glide = glideAlong([0, 50, 100]);
    expect(glide.isAtRest(66 + 49)).toBe(false);
    expect(glide.isAtRest(66 + 50)).toBe(true);
    expect(glide.placeAt(9_999)).toMatchObject({ x: 100, y: 0 });
  });

  it("does not creep through a pause", () => {
    const glide = new CursorGlide();
    glide.report(boardPoint(0, 0), 0);
    glide.report(boardPoint(100, 0), 5_000);
    expect(glide.placeAt(5_000)?.x).toBe(0);
    expect(glide.placeAt(5_030)?.x).toBeGreaterThan(0);
    expect(glide.placeAt(5_050)?.x).toBe(100);
  });

  it("takes the later of two reports at the same time", () => {
    const glide = new CursorGlide();
    glide.report(boardPoint(0, 0), 10);
    glide.report(boardPoint(7, 0), 10);
    expect(glide.placeAt(10)?.x).toBe(7);
  });
});
