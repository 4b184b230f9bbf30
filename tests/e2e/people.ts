import { test as base } from "@playwright/test";
import { KeptContexts, type KeptContext } from "../support/kept-contexts";
import { Person } from "../support/person";
import { RunningServer } from "../support/running-server";

interface People {
  /** Makes another person, with a browser context of their own. */
  join: (name: string) => Promise<Person>;
  /** Opens a new board in the browsers of all; resolves with its link. */
  together: (...people: Person[]) => Promise<string>;
  ada: Person;
  ben: Person;
  cleo: Person;
}

/** How many boards the tests have opened on this worker's server: each gets one of its own. */
let boards = 0;

/** The end-to-end tests' own `test`: a server for each file of tests and people by name. */
export const test = base.extend<
  People,
  { server: RunningServer; contexts: KeptContexts }
>({
  server: [
    async ({}, use) => {
      const server = await RunningServer.start();
      await use(server);
      await server.dispose();
    },
    { scope: "worker" },
  ],
  contexts: [async ({}, use) => use(new KeptContexts()), { scope: "worker" }],
  join: async (
    { browser, server, contexts, contextOptions, viewport },
    use,
    test,
  ) => {
    const taken: KeptContext[] = [];
    const said: string[] = [];
    await use(async (name) => {
      const kept = await contexts.take(browser, {
        ...contextOptions,
        viewport: contextOptions.viewport ?? viewport,
      });
      taken.push(kept);
      kept.context.on("console", (message) =>
        said.push(`${new Date().toISOString()} ${name}: ${message.text()}`),
      );
      return new Person(name, kept.page, kept.context);
    });
    const failed = test.status !== test.expectedStatus;
    if (failed) {
      await test.attach("server", { body: server.output });
      await test.attach("pages", { body: said.join("\n") });
    }
    for (const kept of taken)
      if (failed) {
        for (const page of kept.context.pages())
          await test.attach("screen", {
            body: await page.screenshot(),
            contentType: "image/png",
          });
        await kept.context.close();
      } else {
        kept.context.removeAllListeners("console");
        await contexts.giveBack(kept, server.url);
      }
  },
  together: async ({ server }, use) =>
    use(async (...people) => {
      boards += 1;
      const link = `${server.url}/r/board-${boards}`;
      await Promise.all(people.map((person) => person.open(link)));
      return link;
    }),
  ada: async ({ join }, use) => use(await join("Ada")),
  ben: async ({ join }, use) => use(await join("Ben")),
  cleo: async ({ join }, use) => use(await join("Cleo")),
});

export { expect } from "@playwright/test";
