import { describe, expect, test } from "vitest";
import { RawClient } from "../support/raw-client";
import { startServerInMemory } from "../support/server";

describe("what changes something", () => {
  const rename = async (
    headers: (page: { url: string; cookie: string }) => Record<string, string>,
  ) => {
    const { url, syncUrl } = await startServerInMemory();
    const ada = await RawClient.join(`${syncUrl}/plans`);
    ada.doc.getMap("shapes").set("a", 1);
    await ada.saved();
    const visit = await fetch(`${url}/`);
    const cookie = visit.headers.get("set-cookie")!.split(";")[0]!;
    const response = await fetch(`${url}/api/rooms/plans`, {
      method: "PATCH",
      headers: headers({ url, cookie }),
      body: JSON.stringify({ title: "Plans" }),
    });
    const { error } = (await response.json()) as { error?: { code: string } };
    return error?.code ?? response.status;
  };
  const type = "application/json";

  test.each<
    [
      string,
      (page: { url: string; cookie: string }) => Record<string, string>,
      string | number,
    ]
  >([
    [
      "is done for a page of ours",
      ({ url, cookie }) => ({ origin: url, cookie, "content-type": type }),
      200,
    ],
    [
      "is done where the browser tells the page in another way",
      ({ cookie }) => ({
        "sec-fetch-site": "same-origin",
        cookie,
        "content-type": `${type}; charset=utf-8`,
      }),
      200,
    ],
    [
      "is not done for the cookie of a request that tells no page",
      ({ cookie }) => ({ cookie, "content-type": type }),
      "SIGNED_OUT",
    ],
    [
      "is not done for a page of somebody else",
      ({ cookie }) => ({
        origin: "https://evil.example",
        cookie,
        "content-type": type,
      }),
      "FORBIDDEN_ORIGIN",
    ],
    [
      "is not done for a sandboxed page",
      ({ cookie }) => ({ origin: "null", cookie, "content-type": type }),
      "FORBIDDEN_ORIGIN",
    ],
    [
      "is not done for a neighbouring site that hides its origin",
      ({ cookie }) => ({
        "sec-fetch-site": "same-site",
        cookie,
        "content-type": type,
      }),
      "FORBIDDEN_ORIGIN",
    ],
    [
      "is not done by what a form can send",
      ({ url, cookie }) => ({
        origin: url,
        cookie,
        "content-type": "text/plain",
      }),
      "NOT_JSON",
    ],
    [
      "is not done by what only begins like JSON",
      ({ url, cookie }) => ({
        origin: url,
        cookie,
        "content-type": "application/jsonish",
      }),
      "NOT_JSON",
    ],
  ])("%s", async (_, headers, expected) => {
    expect(await rename(headers)).toBe(expected);
  });
});
