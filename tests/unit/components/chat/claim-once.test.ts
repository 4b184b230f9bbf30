import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { claimOnce } from "@/components/chat/claim-once";
import { FakeClock } from "../../../support/fake-clock";

/** Until then no other tab acts on the same; milliseconds. */
const HOLD = 10_000;

let clock: FakeClock;
let acts: string[];

const claim = (key: string, tab: string) =>
  claimOnce(key, clock, () => acts.push(`${tab} ${key}`));

beforeEach(() => {
  clock = new FakeClock();
  acts = [];
});
afterEach(() => vi.unstubAllGlobals());

/** As much of the browser's locks as is used: shared by all tabs. */
class Locks {
  readonly #held = new Set<string>();

  async request(
    key: string,
    _: { ifAvailable: true },
    act: (lock: object | null) => Promise<void> | undefined,
  ): Promise<void> {
    if (this.#held.has(key)) return act(null);
    this.#held.add(key);
    await act({});
    this.#held.delete(key);
  }
}

describe("with the browser's locks", () => {
  beforeEach(() => vi.stubGlobal("navigator", { locks: new Locks() }));

  test("one of several tabs acts", () => {
    claim("plans 4", "first");
    claim("plans 4", "second");
    clock.advance(HOLD - 1);
    claim("plans 4", "third");
    expect(acts).toEqual(["first plans 4"]);
  });

  test("what is another matter is claimed by itself", () => {
    claim("plans 4", "first");
    claim("plans 5", "second");
    expect(acts).toEqual(["first plans 4", "second plans 5"]);
  });

  test("the claim ends once all tabs have heard of it", async () => {
    claim("plans 4", "first");
    clock.advance(HOLD);
    await vi.waitFor(() => {
      claim("plans 4", "second");
      expect(acts).toContain("second plans 4");
    });
    clock.advance(HOLD);
    expect(clock.pending).toBe(0);
  });
});

describe("on plain http, without locks", () => {
  let kept: Map<string, string>;

  beforeEach(() => {
    kept = new Map();
    vi.stubGlobal("navigator", {});
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  });

  test("one of several tabs acts, and leaves nothing behind", () => {
    claim("plans 4", "first");
    claim("plans 4", "second");
    claim("plans 5", "second");
    expect(acts).toEqual(["first plans 4", "second plans 5"]);
    clock.advance(HOLD);
    expect(kept.size).toBe(0);
    claim("plans 4", "second");
    expect(acts).toHaveLength(3);
  });

  test("a claim that a closed tab left behind holds no longer than any other", () => {
    kept.set("plans 4", String(clock.now()));
    claim("plans 4", "first");
    clock.advance(HOLD);
    claim("plans 4", "first");
    expect(acts).toEqual(["first plans 4"]);
  });

  test("a claim from before the clock was put back, or none at all, holds nobody up", () => {
    kept.set("plans 4", String(clock.now() + 3_600_000));
    kept.set("plans 5", "something else");
    claim("plans 4", "first");
    claim("plans 5", "first");
    expect(acts).toEqual(["first plans 4", "first plans 5"]);
  });

  test("where the browser keeps nothing each tab acts", () => {
    vi.stubGlobal("localStorage", {
      getItem() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
    claim("plans 4", "first");
    claim("plans 4", "second");
    expect(acts).toEqual(["first plans 4", "second plans 4"]);
  });
});
