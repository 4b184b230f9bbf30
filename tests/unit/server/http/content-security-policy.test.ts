import { expect, test } from "vitest";
import { contentSecurityPolicy } from "@/server/http/content-security-policy";

const policy = (host: string | undefined, isDevelopment = false) =>
  contentSecurityPolicy({ nonce: "abc", host, isDevelopment }).split("; ");

test("only scripts with the page's nonce run", () => {
  expect(policy("board.local:3000")).toContain(
    "script-src 'nonce-abc' 'strict-dynamic'",
  );
  expect(policy("board.local:3000", true)).toContain(
    "script-src 'nonce-abc' 'strict-dynamic' 'unsafe-eval'",
  );
});

test("nothing is turned into https, which a local network does not have", () => {
  expect(policy("board.local").join()).not.toContain("upgrade");
});

test("sockets go to where the page came from", () => {
  expect(policy("192.168.1.5:3000")).toContain(
    "connect-src 'self' ws://192.168.1.5:3000 wss://192.168.1.5:3000",
  );
  expect(policy("[fe80::1]:3000")).toContain(
    "connect-src 'self' ws://[fe80::1]:3000 wss://[fe80::1]:3000",
  );
});

test.each([undefined, "", "a; script-src *", "a b", "a,b"])(
  "a host of %j does not get into the policy",
  (host) => {
    expect(policy(host)).toContain("connect-src 'self'");
    expect(policy(host)).toEqual(policy(undefined));
  },
);
