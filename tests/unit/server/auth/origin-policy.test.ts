import { expect, test } from "vitest";
import { OriginPolicy } from "@/server/auth/origin-policy";

const policy = new OriginPolicy(["https://friend.example"]);

test.each([
  ["http://board.local:3000", "board.local:3000", "page"],
  ["https://board.example", "board.example", "page"],
  ["https://board.example", "board.example:443", "page"],
  ["http://board.example", "BOARD.example:80", "page"],
  ["https://friend.example", "board.example", "page"],
  [undefined, "board.example", "program"],
  ["null", "board.example", "stranger"],
  ["", "board.example", "stranger"],
  ["http://board.local:3001", "board.local:3000", "stranger"],
  ["http://evil.example", "board.example", "stranger"],
  ["http://board.example.evil.example", "board.example", "stranger"],
  ["file://board.example", "board.example", "stranger"],
  ["http://board.example", undefined, "stranger"],
])("origin %s to host %s is a %s", (origin, host, caller) => {
  expect(policy.judge({ origin, host })).toBe(caller);
});
