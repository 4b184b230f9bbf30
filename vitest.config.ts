import { defineConfig } from "vitest/config";

const PATIENCE = process.env["SOAK"] === "1" ? 20 : 1;
const UNIT_TIMEOUT = 30_000 * PATIENCE;
const INTEGRATION_TIMEOUT = 60_000 * PATIENCE;

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    projects: [
      project("unit", UNIT_TIMEOUT),
      project("contracts", UNIT_TIMEOUT),
      project("integration", INTEGRATION_TIMEOUT),
    ],
  },
});

/** The tests in the folder of tests/ that is called `name`. The timeout is in milliseconds. */
function project(name: string, timeout: number) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      testTimeout: timeout,
      hookTimeout: timeout,
    },
  };
}
