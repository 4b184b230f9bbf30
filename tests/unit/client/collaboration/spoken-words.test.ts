import { beforeEach, expect, test } from "vitest";
import { AllSpokenWords } from "@/client/collaboration/spoken-words";
import { SAY_SHOWN_MS } from "@/core/protocol/limits";
import { FakeClock } from "../../../support/fake-clock";

let clock: FakeClock;
let words: AllSpokenWords;
let changes: number;

beforeEach(() => {
  clock = new FakeClock();
  words = new AllSpokenWords(clock);
  changes = 0;
  words.subscribe(() => (changes += 1));
});

const texts = () => [...words.all()].map(({ text }) => text);

test("words are seen until five seconds after their last change", () => {
  words.receive(1, "hel");
  clock.advance(SAY_SHOWN_MS - 1);
  words.receive(1, "hello");
  clock.advance(SAY_SHOWN_MS - 1);
  expect(texts()).toEqual(["hello"]);
  clock.advance(1);
  expect(texts()).toEqual([]);
  expect(changes).toBe(3);
});

test("words that are taken back, or whose author leaves, are gone at once", () => {
  words.receive(1, "a");
  words.receive(2, "b");
  words.receive(1, " ");
  words.forget(2);
  words.forget(3);
  expect(words.isEmpty).toBe(true);
  expect(changes).toBe(4);
  expect(clock.pending).toBe(0);
});
