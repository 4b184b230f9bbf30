import { describe, expect, test } from "vitest";
import { findBrowser } from "../../../scripts/lib/browser.mjs";

/** A machine with these files; those that are `broken` are there, but do not run. */
function machine(options: {
  files: string[];
  broken?: string[];
  env?: Record<string, string>;
}) {
  const { files, broken = [], env = {} } = options;
  return {
    env: { PATH: "/bin:/opt/bin", ...env },
    exists: (file: string) => files.includes(file),
    runs: (file: string) => files.includes(file) && !broken.includes(file),
    playwrightsOwn: () => "/cache/playwright/chrome",
  };
}

describe("findBrowser", () => {
  const everything = ["/my/chrome", "/cache/playwright/chrome", "/bin/chrome"];

  test("takes the one that BROWSER_PATH names before any other", () => {
    const env = { BROWSER_PATH: "/my/chrome" };
    expect(findBrowser(machine({ files: everything, env }))).toBe("/my/chrome");
  });

  test("complains when BROWSER_PATH names nothing", () => {
    const env = { BROWSER_PATH: "/your/chrome" };
    expect(() => findBrowser(machine({ files: everything, env }))).toThrow(
      "BROWSER_PATH names /your/chrome, which does not exist.",
    );
  });

  test("takes Playwright's own before one of the machine", () => {
    expect(findBrowser(machine({ files: everything }))).toBe(
      "/cache/playwright/chrome",
    );
  });

  test("takes Debian's without windows before the one with them", () => {
    const files = ["/bin/chromium", "/opt/bin/chromium-headless-shell"];
    expect(findBrowser(machine({ files }))).toBe(files[1]);
  });

  test("finds one on the PATH", () => {
    const files = ["/opt/bin/chromium"];
    expect(findBrowser(machine({ files }))).toBe("/opt/bin/chromium");
  });

  test("finds one in its usual place on a Mac", () => {
    const files = [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    expect(findBrowser(machine({ files }))).toBe(files[0]);
  });

  test("passes over one that does not run", () => {
    const files = ["/bin/chromium", "/opt/bin/google-chrome"];
    const broken = ["/bin/chromium"];
    expect(findBrowser(machine({ files, broken }))).toBe(
      "/opt/bin/google-chrome",
    );
  });

  test("answers undefined when there is none", () => {
    expect(findBrowser(machine({ files: [] }))).toBeUndefined();
  });
});
