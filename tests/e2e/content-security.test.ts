import type { Page } from "@playwright/test";
import { expect, test as base } from "./people";

/** What is done here to a page cannot be undone: a tab of its own ends with the test. */
const test = base.extend({
  ada: async ({ join }, use) => {
    const ada = await join("Ada");
    await use(await ada.newTab());
  },
});

/** What a page's policy has stopped since it was loaded. Call it before the page is. */
async function watchPolicy(page: Page): Promise<() => readonly string[]> {
  const stopped: string[] = [];
  await page.exposeFunction("policyStopped", (what: string) =>
    stopped.push(what),
  );
  await page.addInitScript(() => {
    const { policyStopped } = window as unknown as {
      policyStopped: (what: string) => void;
    };
    document.addEventListener("securitypolicyviolation", (event) =>
      policyStopped(`${event.effectiveDirective}: ${event.blockedURI}`),
    );
  });
  return () => stopped;
}

test("no page does in normal use what its policy forbids", async ({
  ada,
  ben,
  server,
}) => {
  const stopped = await watchPolicy(ada.page);
  const complaints: string[] = [];
  ada.page.on("console", (message) => {
    if (/security policy|permissions policy|opener/i.test(message.text()))
      complaints.push(message.text());
  });
  const link = await ada.createBoard(server.url);
  await ben.open(link);
  await ada.expectPeople(2);
  await ada.openChat();
  await ada.say("Hello, see https://example.org");
  await expect(ada.messages.getByRole("link")).toBeVisible();
  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("button", { name: "Share" }).click();
  await expect(ada.page.getByRole("dialog")).toBeVisible();
  for (const path of ["/", "/r/_", "/nothing/here"]) {
    await ada.page.goto(server.url + path);
    await expect(ada.page.getByRole("heading").first()).toBeVisible();
  }

  expect(stopped()).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a script that somebody gets into a page does not run", async ({
  ada,
  server,
}) => {
  const stopped = await watchPolicy(ada.page);
  const injected =
    "<script>window.injected = true</script><img src='/nothing.png' onerror='window.injected = true'>";
  await ada.page.route(`${server.url}/`, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace("</body>", `${injected}</body>`);
    await route.fulfill({ response, body });
  });

  await ada.page.goto(server.url);

  await expect
    .poll(() => [...stopped()].sort())
    .toEqual(["script-src-attr: inline", "script-src-elem: inline"]);
  expect(
    await ada.page.evaluate(
      () => (window as unknown as { injected?: boolean }).injected,
    ),
  ).toBeUndefined();
});

test("no other site can put a page of ours into a frame", async ({
  ada,
  server,
}) => {
  // A page of another origin, since it has another host name.
  await ada.page.route("http://elsewhere.test/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<iframe title="board" src="${server.url}/"></iframe>`,
    }),
  );
  await ada.page.goto("http://elsewhere.test/");

  await expect
    .poll(() => ada.page.frames().map((frame) => frame.url()))
    .toEqual(["http://elsewhere.test/", "chrome-error://chromewebdata/"]);
});
