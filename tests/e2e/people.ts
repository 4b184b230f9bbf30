import { test as base } from "@playwright/test";
import { Person } from "../support/person";
import { RunningServer } from "../support/running-server";

interface People {
  /** Makes another person, with a browser context of their own. */
  join: (name: string) => Promise<Person>;
  /** Opens a new board of the first person in the browsers of all; resolves with its link. */
  together: (first: Person, ...others: Person[]) => Promise<string>;
  ada: Person;
  ben: Person;
  cleo: Person;
}

/** The end-to-end tests' own `test`: a server for each file of tests and people by name. */
export const test = base.extend<People, { server: RunningServer }>({
  server: [
    async ({}, use) => {
      const server = await RunningServer.start();
      await use(server);
      await server.dispose();
    },
    { scope: "worker" },
  ],
  join: async ({ browser, contextOptions }, use) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (name) => {
      const context = await browser.newContext({
        ...contextOptions,
        viewport: contextOptions.viewport ?? { width: 1280, height: 800 },
      });
      contexts.push(context);
      return new Person(name, await context.newPage(), context);
    });
    for (const context of contexts) await context.close();
  },
  together: async ({ server }, use) =>
    use(async (first, ...others) => {
      const link = await first.createBoard(server.url);
      for (const other of others) await other.open(link);
      return link;
    }),
  ada: async ({ join }, use) => use(await join("Ada")),
  ben: async ({ join }, use) => use(await join("Ben")),
  cleo: async ({ join }, use) => use(await join("Cleo")),
});

export { expect } from "@playwright/test";
