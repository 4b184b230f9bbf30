import { expect, test } from "vitest";
import { isLoopback, linkTo } from "@/components/share/shared-link";
import { asBoardId } from "@/core/base/ids";

test.each(["localhost", "127.0.0.1", "127.0.1.1", "[::1]"])(
  "%s leads back to the computer itself",
  (hostname) => {
    expect(isLoopback(hostname)).toBe(true);
  },
);

test.each([
  "192.168.1.5",
  "example.org",
  "localhost.example.org",
  "1270.0.0.1",
])("%s can be reached by others", (hostname) => {
  expect(isLoopback(hostname)).toBe(false);
});

test("a link is made of the address and the board's name", () => {
  const link = linkTo(asBoardId("calm-otter-4172"), "http://192.168.1.5:3000");
  expect(link).toBe("http://192.168.1.5:3000/r/calm-otter-4172");
});
