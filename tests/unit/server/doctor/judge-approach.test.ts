import { describe, expect, test } from "vitest";
import { FALSE_ADDRESS, judgeApproach } from "@/server/doctor/judge-approach";
import { readApproach, reportApproach } from "@/server/http/forwarded";

const VISITOR = "203.0.113.7";
const PROXY = "10.0.0.1";

interface Case {
  readonly url?: string;
  readonly headers: Record<string, string>;
  readonly from?: string;
  readonly trust: number;
  readonly allowed?: string[];
}

const wellForwarded = {
  host: "example.org",
  "x-forwarded-for": VISITOR,
  "x-forwarded-proto": "https",
};

/** What the doctor says of a request that reaches the server like this. */
function judge({ url, headers, from = PROXY, trust, allowed = [] }: Case) {
  const request = { headers, socket: { remoteAddress: from } };
  const report = reportApproach(request as never, trust);
  expect(report).toMatchObject(readApproach(request as never, trust));
  return judgeApproach(new URL(url ?? "https://example.org/board"), report, {
    allowedOrigins: allowed,
  });
}

describe("the proxy is found to be well", () => {
  test.each<[string, Case]>([
    [
      "when it replaces the visitor's address",
      { headers: wellForwarded, trust: 1 },
    ],
    [
      "when it adds the visitor's address to what they claim",
      {
        headers: {
          ...wellForwarded,
          "x-forwarded-for": `${FALSE_ADDRESS}, ${VISITOR}`,
        },
        trust: 1,
      },
    ],
    [
      "when there are two of them",
      {
        headers: {
          ...wellForwarded,
          "x-forwarded-for": `${FALSE_ADDRESS}, ${VISITOR}, 10.0.0.2`,
        },
        trust: 2,
      },
    ],
    [
      "when it tells the host in a header of its own",
      {
        headers: {
          ...wellForwarded,
          host: "localhost:3000",
          "x-forwarded-host": "example.org",
        },
        trust: 1,
      },
    ],
    [
      "when it changes the host, but the origin is allowed",
      {
        headers: { ...wellForwarded, host: "localhost:3000" },
        trust: 1,
        allowed: ["https://example.org"],
      },
    ],
    [
      "when there is none",
      {
        url: "http://example.org",
        headers: { host: "example.org", "x-forwarded-for": FALSE_ADDRESS },
        from: VISITOR,
        trust: 0,
      },
    ],
  ])("%s", (_when, situation) => {
    expect(judge(situation)).toMatchObject({
      state: "ok",
      text: expect.stringContaining(situation.from ?? VISITOR) as string,
    });
  });
});

describe("the doctor finds", () => {
  test.each<[string, string, Case]>([
    [
      "a proxy that nobody trusts",
      "set TRUST_PROXY to 1",
      { headers: wellForwarded, trust: 0 },
    ],
    [
      "one proxy more than is trusted",
      "set TRUST_PROXY to 2",
      {
        headers: {
          ...wellForwarded,
          "x-forwarded-for": `${VISITOR}, 10.0.0.2`,
        },
        trust: 1,
      },
    ],
    [
      "trust in proxies that are not there",
      "set TRUST_PROXY to 1",
      {
        headers: {
          ...wellForwarded,
          "x-forwarded-for": `${FALSE_ADDRESS}, ${VISITOR}`,
        },
        trust: 2,
      },
    ],
    [
      "trust in a proxy where there is none",
      "unset TRUST_PROXY",
      {
        url: "http://example.org",
        headers: { host: "example.org", "x-forwarded-for": FALSE_ADDRESS },
        from: VISITOR,
        trust: 1,
      },
    ],
    [
      "a proxy that says nothing of the visitor",
      "set X-Forwarded-For",
      {
        headers: { host: "example.org", "x-forwarded-proto": "https" },
        trust: 1,
      },
    ],
    [
      "a proxy that says nothing of https",
      "set X-Forwarded-Proto",
      {
        headers: { host: "example.org", "x-forwarded-for": VISITOR },
        trust: 1,
      },
    ],
    [
      "https that is not believed",
      "TRUST_PROXY",
      {
        headers: { host: "example.org", "x-forwarded-proto": "https" },
        trust: 0,
      },
    ],
    [
      "a proxy that changes the host",
      "ALLOWED_ORIGINS to https://example.org",
      { headers: { ...wellForwarded, host: "localhost:3000" }, trust: 1 },
    ],
  ])("%s", (_what, cure, situation) => {
    const { state, text } = judge(situation);

    expect(state).toBe("bad");
    expect(text).toContain(cure);
  });
});
