import { describe, expect, test } from "vitest";
import { MAX_CONNECTIONS_PER_USER } from "@/core/protocol/limits";
import { RawClient, type RawClientOptions } from "../support/raw-client";
import { startServerInMemory } from "../support/server";

async function closeCodeOf(url: string, options?: RawClientOptions) {
  const client = new RawClient(url, options);
  return client.whenClosed();
}

describe("a socket", () => {
  test.each(["ab", "Plans", "plans%20", "a_b", "-ab", "x".repeat(65), ""])(
    "to a room called %j is opened and closed with 4400",
    async (name) => {
      const { syncUrl } = await startServerInMemory();

      expect(await closeCodeOf(`${syncUrl}/${name}`)).toEqual({
        code: 4400,
        reason: "BAD_ROOM_NAME",
      });
    },
  );

  test.each(["https://evil.example", "null"])(
    "of a page of %s is opened and closed with 4403",
    async (origin) => {
      const { syncUrl } = await startServerInMemory();

      for (const protocols of [["boardwalk.1"], []])
        expect(
          await closeCodeOf(`${syncUrl}/plans`, { origin, protocols }),
        ).toEqual({ code: 4403, reason: "FORBIDDEN_ORIGIN" });
    },
  );

  test("of our own page has the user of its cookie", async () => {
    const { url, syncUrl } = await startServerInMemory();
    const visit = await fetch(`${url}/`);
    const { headers } = (await visit.json()) as {
      headers: Record<string, string>;
    };
    const cookie = visit.headers.get("set-cookie")!.split(";")[0]!;
    const join = (options: RawClientOptions) =>
      RawClient.join(`${syncUrl}/plans`, "Ada", options);

    const page = await join({ origin: url, headers: { cookie } });
    const tab = await join({ origin: url, headers: { cookie } });
    const user = headers["x-boardwalk-user"];
    expect(page.last("welcome")?.user).toBe(user);
    expect(tab.last("count")?.people).toBe(1);

    // Everybody is told when one more comes: what the tab was told before is looked at before.
    const program = await join({ headers: { cookie } });
    expect(program.last("welcome")?.user).toMatch(/^anonymous-/);
    expect(program.last("count")?.people).toBe(2);
  });

  test("of an allowed origin is let in", async () => {
    const origin = "https://friend.example";
    const { syncUrl } = await startServerInMemory({
      config: { allowedOrigins: [origin] },
    });

    const client = await RawClient.join(`${syncUrl}/plans`, "Ada", { origin });

    expect(client.isOpen).toBe(true);
  });

  test("with a copy of another epoch is closed with 4410 before anything is said", async () => {
    const { syncUrl } = await startServerInMemory();
    const ada = await RawClient.join(`${syncUrl}/plans?epoch=first`);
    expect(ada.last("welcome")?.epoch).toBe("first");

    for (const epoch of ["second", "not%20one", ""]) {
      const ben = new RawClient(`${syncUrl}/plans?epoch=${epoch}`);
      expect(await ben.whenClosed()).toEqual({
        code: 4410,
        reason: "OTHER_EPOCH",
      });
      expect(ben.types).toEqual([]);
    }
  });

  test("to too many rooms is closed with 4529", async () => {
    const { syncUrl } = await startServerInMemory({ config: { roomRate: 2 } });
    await RawClient.join(`${syncUrl}/one`);
    await RawClient.join(`${syncUrl}/two`);

    expect(await closeCodeOf(`${syncUrl}/three`)).toEqual({
      code: 4529,
      reason: "TOO_MANY_ROOMS",
    });
    await RawClient.join(`${syncUrl}/one`);
  });

  test("of a person who has as many as one may have is closed with 4503", async () => {
    const { url, syncUrl } = await startServerInMemory();
    const visit = await fetch(`${url}/`);
    const cookie = visit.headers.get("set-cookie")!.split(";")[0]!;
    const options = { origin: url, headers: { cookie } };
    const tabs = [];
    for (let i = 0; i < MAX_CONNECTIONS_PER_USER; i++)
      tabs.push(await RawClient.join(`${syncUrl}/plans`, "Ada", options));

    expect(await closeCodeOf(`${syncUrl}/plans`, options)).toEqual({
      code: 4503,
      reason: "TOO_MANY_CONNECTIONS",
    });
    await tabs[0]!.leave();
    await RawClient.join(`${syncUrl}/plans`, "Ada", options);
  });

  test("below a base path is found there alone", async () => {
    const { syncUrl } = await startServerInMemory({
      config: { basePath: "/board" },
    });
    await RawClient.join(`${syncUrl}/plans`);

    const outside = new RawClient(`${syncUrl.replace("/board", "")}/plans`);

    expect((await outside.whenClosed()).code).toBe(1006);
  });
});
