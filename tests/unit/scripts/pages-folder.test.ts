import { afterEach, expect, test, vi } from "vitest";
import { pagesFolder } from "@/server/http/pages-folder";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  ["", "", ".next"],
  ["/board", "/board", ".next-board"],
  ["/team/board/", "/team/board", ".next-team-board"],
])(
  "the server finds the pages for BASE_PATH=%j where they are built",
  async (setting, basePath, folder) => {
    vi.stubEnv("BASE_PATH", setting);
    vi.resetModules();
    const built = await import("../../../scripts/lib/pages-folder.mjs");

    expect(built).toMatchObject({ basePath, pagesFolder: folder });
    expect(pagesFolder(basePath)).toBe(folder);
  },
);
