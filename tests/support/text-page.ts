import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { build } from "esbuild";

const FONTS = ["figtree", "shantell-sans", "source-code-pro"];

/** Both are the same for every test of a worker. */
let css: Promise<string> | undefined;
const scripts = new Map<string, Promise<string>>();

/** Opens an empty page that has the board's fonts, all loaded, and its text engine as `window.boardText`. */
export const openTextPage = (page: Page): Promise<void> =>
  openPageOf(page, "tests/support/text-page-entry.ts", "");

/**
 * Opens a page that has the board's fonts, all loaded, and runs a module of ours.
 *
 * @param body What the module finds in the page, as HTML.
 */
export async function openPageOf(
  page: Page,
  entry: string,
  body: string,
): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="en"><style>${await (css ??= allFontFaces())} body { margin: 0 }</style><body>${body}</body></html>`,
  );
  await page.evaluate(async () => {
    await Promise.all(Array.from(document.fonts, (face) => face.load()));
  });
  const script = scripts.get(entry) ?? bundle(entry);
  scripts.set(entry, script);
  await page.addScriptTag({ content: await script });
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]!.text;
}

async function allFontFaces(): Promise<string> {
  return (await Promise.all(FONTS.map(fontFaces))).join("\n");
}

/** The font's own CSS, with the files written into it. */
async function fontFaces(font: string): Promise<string> {
  const folder = `node_modules/@fontsource-variable/${font}`;
  const css = await readFile(path.join(folder, "index.css"), "utf8");
  const files = new Map<string, string>();
  for (const [, file] of css.matchAll(/url\(\.\/([^)]+)\)/g)) {
    const data = await readFile(path.join(folder, file!), "base64");
    files.set(file!, data);
  }
  return css.replaceAll(
    /url\(\.\/([^)]+)\)/g,
    (_, file: string) => `url(data:font/woff2;base64,${files.get(file)})`,
  );
}
