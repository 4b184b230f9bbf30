import { describe, expect, test } from "vitest";
import { asUserId } from "@/core/base/ids";
import { SessionCookies } from "@/server/auth/session-cookies";

const ada = asUserId("abcdefgh12345678");
const options = { instanceId: "one", secret: "s".repeat(32), basePath: "" };
const cookies = new SessionCookies(options);
const issued = cookies.issue(ada, { isSecure: false });
const pair = issued.split(";")[0]!;

describe("SessionCookies", () => {
  test("know a user again by what they have issued", () => {
    expect(cookies.read(pair)).toBe(ada);
    expect(cookies.read(`other=1; ${pair}; last=2`)).toBe(ada);
  });

  test("last a year and are out of the page's reach", () => {
    expect(issued).toBe(
      `${pair}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`,
    );
    expect(cookies.issue(ada, { isSecure: true })).toBe(`${issued}; Secure`);
  });

  test("lie below the base path", () => {
    const below = new SessionCookies({ ...options, basePath: "/board" });

    expect(below.issue(ada, { isSecure: false })).toContain("; Path=/board; ");
  });

  test.each([
    ["nothing", undefined],
    ["no signature", pair.split(".")[0]],
    ["another's name under the signature", pair.replace("abc", "xyz")],
    ["a longer signature", `${pair}A`],
    ["another server's cookie", pair.replace("-one=", "-two=")],
  ])("do not believe %s", (_, header) => {
    expect(cookies.read(header)).toBeUndefined();
  });

  test("do not believe what was signed for another server with the same secret", () => {
    const other = new SessionCookies({ ...options, instanceId: "two" });

    expect(other.read(pair.replace("-one=", "-two="))).toBeUndefined();
  });

  test("find the right one among several of the same name", () => {
    expect(cookies.read(`boardwalk-one=forged.abc; ${pair}`)).toBe(ada);
  });
});
