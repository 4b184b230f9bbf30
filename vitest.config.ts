import { defineConfig } from "vitest/config";

const PATIENCE = process.env["SOAK"] === "1" ? 20 : 1;
const UNIT_TIMEOUT = 30_000 * PATIENCE;
const INTEGRATION_TIMEOUT = 120_000 * PATIENCE;
/** With a browser and a line that is left alone for a while. */
const PROXY_TIMEOUT = 120_000;

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    projects: [
      // They leave nothing behind in their modules, and most of their time would go into loading those anew.
      project("unit", UNIT_TIMEOUT, { isolate: false }),
      project("contracts", UNIT_TIMEOUT),
      project("integration", INTEGRATION_TIMEOUT),
      project("proxy", PROXY_TIMEOUT),
    ],
  },
});

/** The tests in the folder of tests/ that is called `name`. The timeout is in milliseconds. */
function project(name: string, timeout: number, { isolate = true } = {}) {
  return {
    extends: true as const,
    test: {
      name,
      isolate,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      testTimeout: timeout,
      hookTimeout: timeout,
    },
  };
}
