import { onTestFinished, describe, expect, test } from "vitest";
import { MAX_EVENT_STREAMS_PER_USER } from "@/core/protocol/limits";
import { RawClient } from "../support/raw-client";
import { startServerInMemory } from "../support/server";
import { visitor } from "../support/visitor";

/** A page that listens to the server's events. */
class EventPage {
  readonly told: { event: string; data: unknown }[] = [];
  readonly #ending = new AbortController();
  #ended = false;
  #look = () => {};

  static async open(url: string, cookie = ""): Promise<EventPage> {
    const page = new EventPage();
    onTestFinished(() => page.leave());
    const response = await fetch(url, {
      headers: { cookie },
      signal: page.#ending.signal,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    void page.#read(response.body!.pipeThrough(new TextDecoderStream()));
    return page;
  }

  last(event: string): unknown {
    return this.told.filter((one) => one.event === event).at(-1)?.data;
  }

  leave(): void {
    this.#ending.abort();
  }

  get hasEnded(): boolean {
    return this.#ended;
  }

  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#look = () => {
        if (condition()) resolve();
      };
      this.#look();
    });
  }

  async #read(stream: ReadableStream<string>): Promise<void> {
    let text = "";
    try {
      for await (const part of stream) {
        text += part;
        const blocks = text.split("\n\n");
        text = blocks.pop()!;
        for (const block of blocks) this.#take(block);
        this.#look();
      }
      this.#ended = true;
    } catch {
      this.#ended = true;
    }
    this.#look();
  }

  #take(block: string): void {
    const event = /^event: (.*)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (event && data) this.told.push({ event, data: JSON.parse(data) });
  }
}

describe("the events for a page without a board", () => {
  test("tell how many people are on each board that it asks for, as they come and go", async () => {
    const server = await startServerInMemory();
    const ada = await RawClient.join(`${server.syncUrl}/plans`);

    const page = await EventPage.open(
      `${server.url}/api/me/events?rooms=plans,other,NOT%20A%20ROOM`,
    );
    await page.until(() => page.told.length === 2);
    expect(page.told.map(({ data }) => data)).toEqual([
      { room: "plans", people: 1 },
      { room: "other", people: 0 },
    ]);
    await RawClient.join(`${server.syncUrl}/plans`, "Ben");
    await page.until(() => page.told.length === 3);

    expect(page.last("counts")).toEqual({ room: "plans", people: 2 });
    expect(ada.isOpen).toBe(true);
  });

  test("tell a visitor what waits for them, until it is seen on a board", async () => {
    const server = await startServerInMemory();
    const { cookie, user, headers } = await visitor(server);
    const page = await EventPage.open(`${server.url}/api/me/events`, cookie);
    await page.until(() => page.told.length === 1);
    expect(page.last("notifications")).toEqual([]);

    const ada = await RawClient.join(`${server.syncUrl}/plans`, "Ada");
    ada.control({
      kind: "chat",
      nonce: "1",
      text: "@Ben, please",
      mentions: [{ user, name: "Ben" }],
    });
    await page.until(() => page.told.length === 2);
    expect(page.last("notifications")).toMatchObject([
      { room: "plans", seq: 1, name: "Ada", text: "@Ben, please" },
    ]);
    const ben = await RawClient.join(`${server.syncUrl}/elsewhere`, "Ben", {
      headers,
    });
    await ben.until(() => ben.last("notifications")?.items.length === 1);
    ben.control({ kind: "notification-seen", room: "plans", seq: 1 });
    await ben.until(() => ben.last("notifications")?.items.length === 0);
    await page.until(() => page.told.length === 3);

    expect(page.last("notifications")).toEqual([]);
  });

  test("are not for the pages of strangers", async () => {
    const { url } = await startServerInMemory();

    const response = await fetch(`${url}/api/me/events`, {
      headers: { origin: "http://elsewhere.example" },
    });

    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      error: { code: "FORBIDDEN_ORIGIN" },
    });
  });

  test("are open to one visitor a bounded number of times", async () => {
    const server = await startServerInMemory();
    const { cookie } = await visitor(server);
    const address = `${server.url}/api/me/events`;
    const pages = await Promise.all(
      Array.from({ length: MAX_EVENT_STREAMS_PER_USER }, () =>
        EventPage.open(address, cookie),
      ),
    );

    const refused = await fetch(address, { headers: { cookie } });
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      error: { code: "TOO_MANY_STREAMS" },
    });
    pages[0]!.leave();
    await expect
      .poll(async () => {
        const ending = new AbortController();
        const { signal } = ending;
        const { status } = await fetch(address, {
          headers: { cookie },
          signal,
        });
        ending.abort();
        return status;
      })
      .toBe(200);
  });

  test("end when the server stops", async () => {
    const server = await startServerInMemory();
    const page = await EventPage.open(`${server.url}/api/me/events`);

    await server.server.stop();

    await page.until(() => page.hasEnded);
  });
});
