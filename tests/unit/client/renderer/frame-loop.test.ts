import { describe, expect, it } from "vitest";
import { FrameLoop } from "@/client/renderer/frame-loop";
import { FakeClock } from "../../../support/fake-clock";

/** A loop whose frames come when the test says so. */
function fakeLoop() {
  const clock = new FakeClock();
  const requested = new Set<() => void>();
  const loop = new FrameLoop((callback) => {
    requested.add(callback);
    return () => requested.delete(callback);
  }, clock);
  const steps: string[] = [];
  loop.onPaint(() => steps.push("paint"));
  loop.beforePaint(() => steps.push("input"));
  const frame = () => {
    const due = [...requested];
    requested.clear();
    for (const run of due) run();
  };
  return { loop, clock, requested, steps, frame };
}

describe("the frame loop", () => {
  it("sleeps until it is woken, and again after one frame", () => {
    const { loop, requested, steps, frame } = fakeLoop();
    expect(requested.size).toBe(0);
    loop.wake();
    frame();
    expect(steps).toEqual(["input", "paint"]);
    expect(requested.size).toBe(0);
  });

  it("asks for one frame, however often it is woken", () => {
    const { loop, requested } = fakeLoop();
    loop.wake();
    loop.wake();
    expect(requested.size).toBe(1);
  });

  it("paints what the input of a frame has changed within that frame", () => {
    const { loop, requested, frame } = fakeLoop();
    loop.beforePaint(() => loop.wake());
    loop.wake();
    frame();
    expect(requested.size).toBe(0);
  });

  it("tells in how long the next frame is due", () => {
    const { loop, clock, frame } = fakeLoop();
    expect(loop.dueIn).toBe(Infinity);
    loop.wakeAfter(300);
    clock.advance(100);
    expect(loop.dueIn).toBe(200);
    clock.advance(200);
    expect(loop.dueIn).toBe(0);
    frame();
    expect(loop.dueIn).toBe(Infinity);
  });

  it("goes on while painting asks for more", () => {
    const { loop, requested, frame } = fakeLoop();
    let left = 2;
    loop.onPaint(() => {
      if (left-- > 0) loop.wakeAfter(0);
    });
    loop.wake();
    frame();
    frame();
    expect(requested.size).toBe(1);
    frame();
    expect(requested.size).toBe(0);
  });

  it("wakes by itself after the shortest delay that it was asked for", () => {
    const { loop, clock, requested } = fakeLoop();
    loop.wakeAfter(3_000);
    loop.wakeAfter(100);
    loop.wakeAfter(500);
    expect(clock.pending).toBe(1);
    clock.advance(99);
    expect(requested.size).toBe(0);
    clock.advance(1);
    expect(requested.size).toBe(1);
  });

  it("goes on after a frame in which something failed", () => {
    const { loop, steps, frame } = fakeLoop();
    const remove = loop.beforePaint(() => {
      throw new Error("no ink");
    });
    loop.wake();
    expect(frame).toThrow("no ink");
    remove();
    loop.wake();
    frame();
    expect(steps.at(-1)).toBe("paint");
  });

  it("leaves no frame and no timer behind", () => {
    const { loop, clock, requested } = fakeLoop();
    loop.wake();
    loop.wakeAfter(100);
    loop.dispose();
    expect(requested.size).toBe(0);
    expect(clock.pending).toBe(0);
  });
});
