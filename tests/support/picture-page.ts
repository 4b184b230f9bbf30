import type { Page } from "@playwright/test";
import { GROUND_COLOUR } from "@/client/renderer/sheet-colours";
import { bytesOf } from "./board-picture";
import type {} from "./picture-page-entry";
import { openPageOf } from "./text-page";

const BODY = `
<style>
  main { position: fixed; inset: 0; background: ${GROUND_COLOUR.light} }
  @media (prefers-color-scheme: dark) { main { background: ${GROUND_COLOUR.dark} } }
</style>
<main></main>`;

/** Opens a page with the reference board alone, painted by the renderer as everywhere: without a server, the interface and other people. */
export const openPicturePage = (page: Page): Promise<void> =>
  openPageOf(page, "tests/support/picture-page-entry.ts", BODY);

/** The board as `boardPicture` would show it if it were painted on one sheet. */
export const paintedAtOnce = async (page: Page): Promise<Buffer> =>
  bytesOf(await page.evaluate(() => window.picturePage.paintedAtOnce()));
