import { describe, expect, it } from "vitest";
import { createStore } from "@/core/base/store";
import { createPeopleLayer } from "@/client/renderer/people-layer";
import { FakeClock } from "../../../support/fake-clock";
import { FakePresence, VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

function watched() {
  const clock = new FakeClock();
  const presence = new FakePresence();
  const isCalm = createStore(false);
  const layer = createPeopleLayer({ isCalm }, presence, clock);
  let invalidations = 0;
  layer.watch(() => (invalidations += 1));
  const moveTo = (x: number, y: number, more = {}) =>
    presence.cursor({ at: { x, y }, movedAt: clock.now(), ...more });
  const paint = (view = VIEW) => {
    const surface = new RecordingSurface();
    const changesIn = layer.paint(surface, view);
    return { changesIn, surface, ...surface.painted.at(-1) };
  };
  return {
    isCalm,
    clock,
    presence,
    layer,
    moveTo,
    paint,
    count: () => invalidations,
  };
}

describe("the layer of the other people", () => {
  it("is empty without other people", () => {
    expect(watched().layer.isEmpty()).toBe(true);
  });

  it("is empty for whoever wants calm", () => {
    const { isCalm, layer, moveTo, count } = watched();
    moveTo(30, 40);
    const before = count();
    isCalm.set(true);
    expect(count()).toBe(before + 1);
    expect(layer.isEmpty()).toBe(true);
  });

  it("shows a cursor with its person's name and colour", () => {
    const { layer, moveTo, paint } = watched();
    moveTo(30, 40, { name: "Chen", colour: "#d6336c" });
    expect(layer.isEmpty()).toBe(false);
    const { surface } = paint();
    expect(surface.texts).toEqual(["Chen"]);
    expect(surface.painted.map(({ colour }) => colour)).toContain("#d6336c");
    expect(surface.painted[0]?.origin).toEqual([30, 40]);
  });

  it("cuts a name that is too long", () => {
    const { moveTo, paint } = watched();
    moveTo(0, 0, { name: "A name that goes on and on" });
    expect(paint().surface.texts[0]).toMatch(/^A name.*…$/);
  });

  it("glides from one report to the next instead of jumping", () => {
    const { clock, moveTo, paint } = watched();
    moveTo(0, 0);
    clock.advance(33);
    moveTo(100, 0);
    clock.advance(33);
    const { origin, changesIn } = paint();
    expect(origin?.[0]).toBeGreaterThan(10);
    expect(origin?.[0]).toBeLessThan(90);
    expect(changesIn).toBe(0);
    clock.advance(60);
    expect(paint().origin).toEqual([100, 0]);
  });

  it("jumps for those who have asked for less movement", () => {
    const { clock, moveTo, paint } = watched();
    moveTo(0, 0);
    clock.advance(33);
    moveTo(100, 0);
    const { origin, changesIn } = paint({ ...VIEW, reducedMotion: true });
    expect(origin).toEqual([100, 0]);
    expect(changesIn).toBe(3_000);
  });

  it("sleeps until a resting cursor fades, and then until it goes", () => {
    const { clock, moveTo, paint } = watched();
    moveTo(0, 0);
    clock.advance(1_000);
    expect(paint()).toMatchObject({ changesIn: 2_000, alpha: 1 });
    clock.advance(2_250);
    expect(paint().changesIn).toBe(0);
    expect(paint().alpha).toBeLessThan(0.8);
    clock.advance(1_000);
    expect(paint()).toMatchObject({ changesIn: 55_750 });
    clock.advance(55_750);
    expect(paint().surface.painted).toEqual([]);
    expect(paint().changesIn).toBeUndefined();
  });

  it("brings a faded cursor back when it moves", () => {
    const { clock, moveTo, paint } = watched();
    moveTo(0, 0);
    clock.advance(10_000);
    moveTo(10, 0);
    expect(paint().alpha).toBe(1);
  });

  it("forgets a cursor whose person has left", () => {
    const { presence, layer, moveTo } = watched();
    moveTo(0, 0);
    presence.cursorsBySlot.clear();
    presence.tell();
    expect(layer.isEmpty()).toBe(true);
  });

  it("paints no cursor that is far outside the window", () => {
    const { moveTo, paint } = watched();
    moveTo(5_000, 0);
    expect(paint().surface.painted).toEqual([]);
  });

  it("paints a crowd that moves at its own pace, and not at each report", () => {
    const { clock, moveTo, paint, count } = watched();
    const moveAll = (x: number) => {
      for (let slot = 1; slot <= 30; slot++) moveTo(x, slot, { slot });
    };
    moveAll(0);
    clock.advance(33);
    moveAll(100);
    clock.advance(10);
    expect(paint().changesIn).toBeGreaterThan(16);
    const before = count();
    moveAll(200);
    expect(count()).toBe(before);

    // Once they rest, one alone is painted at once again.
    clock.advance(1_000);
    paint();
    moveTo(0, 0, { slot: 1 });
    expect(count()).toBe(before + 1);
  });
});
