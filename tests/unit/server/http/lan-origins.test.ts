import type { NetworkInterfaceInfo } from "node:os";
import { expect, test } from "vitest";
import { lanOrigins } from "@/server/http/lan-origins";

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: "IPv4",
  netmask: "255.255.255.0",
  mac: "00:00:00:00:00:00",
  cidr: null,
});
const interfaces = {
  lo: [at("127.0.0.1", true)],
  docker0: [at("172.17.0.1")],
  eth0: [at("192.168.1.5"), { ...at("fe80::1"), family: "IPv6", scopeid: 1 }],
  wlan0: [at("169.254.3.3")],
} as const;

test("a server that listens everywhere is found at the network's addresses, virtual ones last", () => {
  expect(lanOrigins({ host: "0.0.0.0", port: 3000, interfaces })).toEqual([
    "http://192.168.1.5:3000",
    "http://172.17.0.1:3000",
  ]);
});

test("a server that listens on one address is found there", () => {
  const host = "192.168.1.5";

  expect(lanOrigins({ host, port: 80, interfaces })).toEqual([
    "http://192.168.1.5:80",
  ]);
});

test("a server for this machine alone is not found by others", () => {
  expect(lanOrigins({ host: "127.0.0.1", port: 3000, interfaces })).toEqual([]);
});
