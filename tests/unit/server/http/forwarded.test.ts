import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { readApproach } from "@/server/http/forwarded";

const request = (headers: Record<string, string>) =>
  ({ headers, socket: { remoteAddress: "10.0.0.9" } }) as IncomingMessage;

const forwarded = request({
  host: "inside:3000",
  "x-forwarded-for": "1.1.1.1, 2.2.2.2",
  "x-forwarded-host": "board.example",
  "x-forwarded-proto": "https",
});

test("without a proxy, forwarding headers are not believed", () => {
  expect(readApproach(forwarded, 0)).toEqual({
    address: "10.0.0.9",
    host: "inside:3000",
    isSecure: false,
  });
});

test.each([
  [1, "2.2.2.2"],
  [2, "1.1.1.1"],
  [3, "1.1.1.1"],
])("behind %i proxies the visitor is %s", (proxies, address) => {
  expect(readApproach(forwarded, proxies)).toEqual({
    address,
    host: "board.example",
    isSecure: true,
  });
});

test("a proxy that forwards nothing is the visitor", () => {
  expect(readApproach(request({ host: "inside:3000" }), 1)).toEqual({
    address: "10.0.0.9",
    host: "inside:3000",
    isSecure: false,
  });
});
