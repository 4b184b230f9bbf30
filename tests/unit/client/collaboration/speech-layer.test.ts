import { describe, expect, it } from "vitest";
import { FlyingReactions } from "@/client/collaboration/flying-reactions";
import { createSpeechLayer } from "@/client/collaboration/speech-layer";
import { AllSpokenWords } from "@/client/collaboration/spoken-words";
import { createStore } from "@/core/base/store";
import { FakeClock } from "../../../support/fake-clock";
import { FakePresence, VIEW } from "../renderer/fakes";
import { RecordingSurface } from "../renderer/recording-surface";

function watched() {
  const clock = new FakeClock();
  const presence = new FakePresence();
  const words = new AllSpokenWords(clock);
  const reactions = new FlyingReactions(clock);
  const isCalm = createStore(false);
  const layer = createSpeechLayer({
    scene: { isCalm },
    presence,
    words,
    reactions,
    clock,
  });
  let invalidations = 0;
  layer.watch(() => (invalidations += 1));
  const paint = (view = VIEW) => {
    const surface = new RecordingSurface();
    const changesIn = layer.paint(surface, view);
    const text = surface.painted.find(({ call }) => call === "fillText");
    return { changesIn, text, texts: surface.texts };
  };
  const count = () => invalidations;
  return { clock, presence, words, reactions, isCalm, layer, paint, count };
}

describe("what somebody says", () => {
  it("stands at their cursor, and fades when it has been seen", () => {
    const { clock, presence, words, paint } = watched();
    presence.cursor({ at: { x: 100, y: 200 }, movedAt: clock.now() });
    clock.advance(100);
    words.receive(1, "hello there");
    const { text, texts, changesIn } = paint();
    expect(texts).toEqual(["hello there"]);
    expect(text?.origin[0]).toBe(112);
    expect(changesIn).toBe(4_600);
    clock.advance(4_800);
    expect(paint().text?.alpha).toBeCloseTo(0.5);
    expect(paint().changesIn).toBe(0);
    clock.advance(200);
    expect(paint().texts).toEqual([]);
  });

  it("is broken into lines, the last one cut", () => {
    const { presence, words, paint } = watched();
    presence.cursor({});
    words.receive(1, "wide ".repeat(40).slice(0, 200));
    const { texts } = paint();
    expect(texts).toHaveLength(4);
    expect(texts.at(-1)).toMatch(/…$/);
  });

  it("waits for the cursor of somebody who has not pointed yet", () => {
    const { presence, words, paint, count } = watched();
    words.receive(1, "hello");
    expect(paint().texts).toEqual([]);
    const before = count();
    presence.cursor({});
    expect(count()).toBe(before + 1);
    expect(paint().texts).toEqual(["hello"]);
  });

  it("is not looked at while others only move their pointers", () => {
    const { presence, count } = watched();
    presence.cursor({});
    expect(count()).toBe(0);
  });
});

describe("a reaction", () => {
  it("rises from where it was thrown up, and fades", () => {
    const { clock, reactions, paint } = watched();
    reactions.throwUp("🎉", { x: 100, y: 300 });
    const start = paint();
    expect(start.changesIn).toBe(0);
    clock.advance(1_000);
    const later = paint();
    expect(later.text!.origin[1]).toBeLessThan(start.text!.origin[1] - 50);
    clock.advance(900);
    expect(paint().text!.alpha).toBeLessThan(0.2);
  });

  it("stays in its place for whoever wants less movement", () => {
    const { clock, reactions, paint } = watched();
    const view = { ...VIEW, reducedMotion: true };
    reactions.throwUp("🎉", { x: 100, y: 300 });
    const before = paint(view).text!.origin;
    clock.advance(1_000);
    expect(paint(view).text!.origin).toEqual(before);
  });

  it("is not shown to whoever wants calm, as words are not", () => {
    const { presence, words, reactions, isCalm, layer } = watched();
    presence.cursor({});
    words.receive(1, "hello");
    reactions.throwUp("🎉", { x: 100, y: 300 });
    expect(layer.isEmpty()).toBe(false);
    isCalm.set(true);
    expect(layer.isEmpty()).toBe(true);
  });
});
