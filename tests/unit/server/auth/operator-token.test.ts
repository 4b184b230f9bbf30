import { describe, expect, test } from "vitest";
import {
  isOperatorToken,
  makeOperatorToken,
} from "@/server/auth/operator-token";
import { SessionCookies } from "@/server/auth/session-cookies";
import { asUserId } from "@/core/base/ids";

const SECRET = "a secret for tests, long enough to be one";
const NOW = 1_700_000_000_000;

describe("an operator's token", () => {
  test("is good for a minute", () => {
    const token = makeOperatorToken(SECRET, NOW);

    for (const later of [-60_000, 0, 60_000])
      expect(isOperatorToken(token, SECRET, NOW + later)).toBe(true);
    for (const later of [-60_001, 60_001])
      expect(isOperatorToken(token, SECRET, NOW + later)).toBe(false);
  });

  test("is nobody else's", () => {
    const token = makeOperatorToken("some other secret", NOW);
    const moved = makeOperatorToken(SECRET, NOW).replace(/^\d+/, `${NOW + 1}`);

    for (const bad of [token, moved, undefined, "", ".", `${NOW}.`, "NaN.x"])
      expect(isOperatorToken(bad, SECRET, NOW)).toBe(false);
  });

  test("is not had from the signature of a cookie", () => {
    const cookies = new SessionCookies({
      instanceId: "testtest",
      secret: SECRET,
      basePath: "",
    });
    const cookie = cookies.issue(asUserId("0123456789abcdef"), {
      isSecure: false,
    });
    const signature = cookie.split(".")[1]!.split(";")[0]!;

    expect(isOperatorToken(`${NOW}.${signature}`, SECRET, NOW)).toBe(false);
  });
});
