import { beforeEach, describe, expect, test } from "vitest";
import {
  Announcements,
  type Announcement,
} from "@/client/collaboration/announcements";
import type { Companion } from "@/client/collaboration/companions";
import { LEAVE_GRACE_MS } from "@/core/protocol/limits";
import { FakeClock } from "../../../support/fake-clock";
import { person } from "./fakes";

const NOTHING = { joined: [], left: [], raisedHands: [], followers: [] };

let clock: FakeClock;
let news: Announcements;
let told: (Announcement | undefined)[];

const companion = (name: string, change: Partial<Companion> = {}) => ({
  ...person(name, { isMe: name === "me" }),
  tool: undefined,
  isIdle: false,
  handRaisedAt: undefined,
  followsMe: false,
  ...change,
});
const here = (...names: string[]) =>
  news.follow(names.map((name) => companion(name)));

beforeEach(() => {
  clock = new FakeClock();
  news = new Announcements(clock);
  told = [];
  news.latest.subscribe(() => told.push(news.latest.get()));
});

describe("what is announced of the others", () => {
  test("comes in one go, and not for those who were here before", () => {
    here("me", "ben");
    here("me", "ben", "cleo");
    here("me", "ben", "cleo", "dan");
    expect(told).toEqual([]);
    clock.advance(2_000);
    expect(told).toEqual([{ ...NOTHING, joined: ["cleo", "dan"] }]);
  });

  test("is that they left only when they do not come back, for a reload is no event", () => {
    here("me", "ben", "cleo");
    here("me");
    clock.advance(2_000);
    here("me", "ben");
    clock.advance(LEAVE_GRACE_MS + 2_000);
    expect(told).toEqual([{ ...NOTHING, left: ["cleo"] }]);
  });

  test("is a raised hand and a new follower, once each", () => {
    here("me", "ben");
    const busy = companion("ben", { handRaisedAt: 5, followsMe: true });
    for (let i = 0; i < 2; i++) {
      news.follow([companion("me"), busy]);
      clock.advance(2_000);
    }
    expect(told).toEqual([
      { ...NOTHING, raisedHands: ["ben"], followers: ["ben"] },
    ]);
  });

  test("is nothing after a cut of one's own line", () => {
    here("me", "ben");
    here();
    here("me", "ben", "cleo");
    clock.advance(LEAVE_GRACE_MS + 2_000);
    expect(told).toEqual([]);
  });

  test("is nothing of oneself", () => {
    here("me", "ben");
    news.follow([companion("me", { handRaisedAt: 5 }), companion("ben")]);
    clock.advance(2_000);
    expect(told).toEqual([]);
    news.dispose();
    expect(clock.pending).toBe(0);
  });
});
