import { describe, expect, test } from "vitest";
import { startServerInMemory } from "../support/server";

describe("every response", () => {
  test.each([
    ["a page", "/", 200],
    ["a file", "/_next/static/chunk.js", 200],
    ["the API", "/api/addresses", 200],
    ["an error of the API", "/api/nothing", 404],
    ["a stream that is refused", "/api/me/events", 403],
    ["health", "/healthz", 200],
    ["readiness", "/readyz", 200],
    ["the metrics", "/metrics", 200],
    ["what is not served", "/bench", 404],
  ])(
    "keeps the browser to what it needs: %s",
    async (_, path, expectedStatus) => {
      const { url } = await startServerInMemory();

      const { status, headers } = await fetch(url + path, {
        headers: { "sec-fetch-site": "cross-site" },
      });

      expect(status).toBe(expectedStatus);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("x-frame-options")).toBe("SAMEORIGIN");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("permissions-policy")).toContain("microphone=()");
      const policy = headers.get("content-security-policy");
      expect(policy).toMatch(/^default-src '(self|none)'/);
      expect(policy).toContain("frame-ancestors 'self'");
      expect(policy).not.toContain("upgrade-insecure-requests");
      expect(headers.has("strict-transport-security")).toBe(false);
    },
  );

  test("says nothing of openers where browsers would complain of it", async () => {
    const { url } = await startServerInMemory({
      config: { trustedProxies: 1 },
    });
    const ask = async (forwarded: Record<string, string>) => {
      const { headers } = await fetch(url, { headers: forwarded });
      return headers.get("cross-origin-opener-policy");
    };

    const host = { "x-forwarded-host": "192.168.1.5:3000" };
    expect(await ask(host)).toBe(null);
    expect(await ask({ ...host, "x-forwarded-proto": "https" })).toBe(
      "same-origin",
    );
  });
});
