import { describe, expect, test } from "vitest";
import { asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { DEVICE_LINK_MS, MAX_DEVICE_LINKS } from "@/core/protocol/limits";
import { DeviceLinks } from "@/server/auth/device-links";
import { FakeClock } from "../../../support/fake-clock";

const ada = asUserId("ada");
const ben = asUserId("ben");

function open() {
  const clock = new FakeClock();
  return { clock, links: new DeviceLinks({ clock, random: seededRandom(1) }) };
}

describe("a link to another device", () => {
  test("stands for its maker, once", () => {
    const { links } = open();
    const { token } = links.make(ada);
    links.make(ben);
    expect(links.use(token)).toBe(ada);
    expect(links.use(token)).toBeUndefined();
  });

  test("ends in time", () => {
    const { clock, links } = open();
    const { token, expiresAt } = links.make(ada);
    const later = links.make(ada);
    expect(expiresAt).toBe(clock.now() + DEVICE_LINK_MS);
    clock.advance(DEVICE_LINK_MS - 1);
    expect(links.use(token)).toBe(ada);
    clock.advance(1);
    expect(links.use(later.token)).toBeUndefined();
  });

  test("is the end of the oldest one where a person has too many", () => {
    const { links } = open();
    const bens = links.make(ben);
    const tokens = Array.from(
      { length: MAX_DEVICE_LINKS + 1 },
      () => links.make(ada).token,
    );
    expect(links.use(tokens[0]!)).toBeUndefined();
    expect(links.use(tokens[1]!)).toBe(ada);
    expect(links.use(bens.token)).toBe(ben);
  });
});
