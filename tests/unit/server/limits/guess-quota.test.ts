import { describe, expect, test } from "vitest";
import {
  MAX_WAITING_GUESSES,
  WRONG_GUESSES_PER_MINUTE,
} from "@/core/protocol/limits";
import { GuessQuota } from "@/server/limits/guess-quota";
import { FakeClock } from "../../../support/fake-clock";

const wrong = async () => null;
const right = async () => "right";

async function guessWrong(quota: GuessQuota, address: string, times: number) {
  for (let i = 0; i < times; i++) await quota.judge(address, wrong);
}

describe("a quota of guesses", () => {
  test("counts only the wrong ones", async () => {
    const quota = new GuessQuota(new FakeClock());
    for (let i = 0; i < 2 * WRONG_GUESSES_PER_MINUTE; i++)
      expect(await quota.judge("192.0.2.1", right)).toBe("right");
    await guessWrong(quota, "192.0.2.1", WRONG_GUESSES_PER_MINUTE - 1);

    expect(await quota.judge("192.0.2.1", wrong)).toBe(null);
    expect(await quota.judge("192.0.2.1", right)).toBe(undefined);
  });

  test("is each address's own, and is there again after a while", async () => {
    const clock = new FakeClock();
    const quota = new GuessQuota(clock);
    await guessWrong(quota, "192.0.2.1", WRONG_GUESSES_PER_MINUTE);

    expect(await quota.judge("192.0.2.2", right)).toBe("right");
    clock.advance(60_000 / WRONG_GUESSES_PER_MINUTE);
    expect(await quota.judge("192.0.2.1", right)).toBe("right");
  });

  test("is not got round by many at once, of which so many wait", async () => {
    const quota = new GuessQuota(new FakeClock());
    let judged = 0;
    const guesses = Array.from({ length: MAX_WAITING_GUESSES + 1 }, () =>
      quota.judge("192.0.2.1", async () => {
        judged += 1;
        return null;
      }),
    );

    const found = await Promise.all(guesses);
    expect(judged).toBe(WRONG_GUESSES_PER_MINUTE);
    expect(found.filter((one) => one === undefined)).toHaveLength(
      MAX_WAITING_GUESSES + 1 - WRONG_GUESSES_PER_MINUTE,
    );
  });

  test("goes on after a guess that could not be judged", async () => {
    const quota = new GuessQuota(new FakeClock());
    await expect(
      quota.judge("192.0.2.1", () => Promise.reject(new Error("disk"))),
    ).rejects.toThrow("disk");
    expect(await quota.judge("192.0.2.1", right)).toBe("right");
  });
});
