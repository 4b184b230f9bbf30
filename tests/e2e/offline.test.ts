import type { Person, ScreenXY } from "../support/person";
import { TcpProxy } from "../support/tcp-proxy";
import { expect, test } from "./people";

/** A page that could not reconnect for long tries again after up to half a minute. */
const LONGEST_WAIT = 45_000;

const strokeAt = (i: number): ScreenXY[] => [
  [420 + i * 40, 300],
  [440 + i * 40, 360],
  [430 + i * 40, 420],
];

/** Waits until all that the page has loaded would be there without the server. */
async function expectPagesKept({ page }: Person): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        if (!navigator.serviceWorker.controller) return false;
        const loaded = performance
          .getEntriesByType("resource")
          .filter(({ name }) => name.includes("/_next/static/"));
        const kept = await Promise.all(
          loaded.map(({ name }) => caches.match(name)),
        );
        return kept.every((response) => response !== undefined);
      }),
    )
    .toBe(true);
}

async function expectBack(...people: Person[]): Promise<void> {
  for (const person of people) await person.hearNetwork();
  for (const person of people)
    await person.expectSaved({ timeout: LONGEST_WAIT });
}

test.use({ contextOptions: { serviceWorkers: "allow" } });

test("what was drawn offline, and through a reload, is merged with what others drew", async ({
  ada,
  ben,
  server,
}) => {
  const line = await TcpProxy.to(Number(new URL(server.url).port));
  try {
    const link = await ada.createBoard(`http://localhost:${line.port}`);
    await ben.open(link.replace(String(line.port), new URL(server.url).port));
    await ada.drawStroke(strokeAt(0));
    await ben.expectShapeCount(1);
    await expectPagesKept(ada);

    line.cut();
    await ada.drawStroke(strokeAt(1));
    await ben.drawStroke(strokeAt(2));
    await expect(ada.saveLine).toHaveText(/1 change waiting/);
    await ada.page.reload();
    await ada.page.waitForFunction(() => "__board" in window);
    await expect(ada.saveLine).toHaveText(/1 change waiting/);
    await ada.expectShapeCount(2);

    const tab = await ada.newTab();
    await tab.page.goto(link);
    await tab.page.waitForFunction(() => "__board" in window);
    await tab.expectShapeCount(2);
    await tab.drawStroke(strokeAt(3));
    await ada.drawStroke(strokeAt(4));
    await expect(tab.saveLine).toHaveText(/2 changes waiting/);

    line.mend();
    await expectBack(ada, tab);
    for (const person of [ada, tab, ben]) await person.expectShapeCount(5);
    await ben.expectSameBoardAs(ada);
    await tab.expectSameBoardAs(ada);
  } finally {
    await line.close();
  }
});

test("a browser that keeps nothing draws and saves, and says so once it is offline", async ({
  ada,
  server,
}) => {
  const line = await TcpProxy.to(Number(new URL(server.url).port));
  try {
    const tab = await ada.newTab();
    await tab.page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", { value: undefined });
    });
    await tab.open(`http://localhost:${line.port}/r/keeps-nothing`);
    await tab.drawStroke(strokeAt(0));
    await tab.expectSaved();
    // What will say so is loaded late.
    await expect(
      tab.page.getByRole("region", { name: /Notifications/ }),
    ).toBeAttached();
    line.cut();
    await tab.drawStroke(strokeAt(1));
    await expect(
      tab.page.getByText(/this browser keeps no copy/),
    ).toBeVisible();
    line.mend();
    await expectBack(tab);
  } finally {
    await line.close();
  }
});
