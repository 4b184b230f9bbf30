import { expect, test } from "vitest";
import { addressKey } from "@/server/limits/address-key";

test.each([
  ["192.168.1.5", "192.168.1.5"],
  ["::ffff:192.168.1.5", "192.168.1.5"],
  ["2001:db8:0:12:1:2:3:4", "2001:db8:0:12"],
  ["2001:DB8:0:12::9", "2001:db8:0:12"],
  ["2001:0db8::9", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["unknown", "unknown"],
])("%s counts as %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});
