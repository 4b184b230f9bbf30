import { expect, test } from "vitest";
import {
  FlyingReactions,
  REACTION_MS,
} from "@/client/collaboration/flying-reactions";
import { FakeClock } from "../../../support/fake-clock";

test("a reaction is gone after two seconds, and many never pile up", () => {
  const clock = new FakeClock();
  const reactions = new FlyingReactions(clock);
  for (let i = 0; i < 500; i++) {
    reactions.throwUp("🎉", { x: i, y: 0 });
    clock.advance(1);
  }
  expect(reactions.now()).toHaveLength(40);
  expect(reactions.now().at(-1)?.at.x).toBe(499);
  clock.advance(REACTION_MS);
  expect(reactions.isEmpty).toBe(true);
});
