import { describe, expect, test } from "vitest";
import { asBoardId, asUserId } from "@/core/base/ids";
import { ConnectionQuota } from "@/server/limits/connection-quota";
import { RoomNameQuota } from "@/server/limits/room-name-quota";
import { FakeClock } from "../../../support/fake-clock";

const room = (i: number) => asBoardId(`room-${i}`);

describe("RoomNameQuota", () => {
  test("lets an address ask for so many different rooms a minute", () => {
    const clock = new FakeClock();
    const quota = new RoomNameQuota(clock, 30);
    for (let i = 0; i < 30; i++)
      expect(quota.admits("10.0.0.1", room(i))).toBe(true);

    expect(quota.admits("10.0.0.1", room(30))).toBe(false);
    expect(quota.admits("10.0.0.1", room(0))).toBe(true);
    expect(quota.admits("10.0.0.2", room(30))).toBe(true);
    clock.advance(60_000);

    expect(quota.admits("10.0.0.1", room(30))).toBe(true);
  });

  test("counts a visitor's whole IPv6 network as one", () => {
    const quota = new RoomNameQuota(new FakeClock(), 1);

    expect(quota.admits("2001:db8::1", room(1))).toBe(true);
    expect(quota.admits("2001:db8::2", room(2))).toBe(false);
  });
});

describe("ConnectionQuota", () => {
  test("lets a person have so many sockets at a time", () => {
    const quota = new ConnectionQuota();
    const ada = asUserId("ada");
    const taken = Array.from({ length: 20 }, () => quota.take(ada));
    expect(taken).not.toContain(undefined);
    expect(quota.take(ada)).toBeUndefined();
    expect(quota.take(asUserId("ben"))).toBeDefined();

    taken[0]?.();
    taken[0]?.();

    expect(quota.take(ada)).toBeDefined();
    expect(quota.take(ada)).toBeUndefined();
  });
});
