import { readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A document of the repository. */
export const readDocument = (file: string): string =>
  readFileSync(path.join(ROOT, file), "utf8");

/** What stands below a heading, until the next one of whatever level. */
export function sectionOf(document: string, heading: string): string {
  const lines = document.split("\n");
  const start = lines.findIndex(
    (line) => /^#+ (.*)$/.exec(line)?.[1] === heading,
  );
  if (start < 0) throw new Error(`There is no heading "${heading}".`);
  const isCode = codeLines(lines);
  const end = lines.findIndex(
    (line, at) => at > start && line.startsWith("#") && !isCode[at],
  );
  return lines.slice(start + 1, end < 0 ? undefined : end).join("\n");
}

/** The cells of the first table in a text, without its head, and without what marks code. */
export function tableIn(text: string): string[][] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith("|"));
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end < 0 ? undefined : end).map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}

/** The first block of code in a language. */
export function codeIn(text: string, language: string): string {
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(text)?.[1];
  if (block === undefined) throw new Error(`There is no ${language} in it.`);
  return block;
}

/** For each line whether it is part of a block of code. */
function codeLines(lines: readonly string[]): boolean[] {
  let isCode = false;
  return lines.map((line) => {
    if (line.startsWith("```")) isCode = !isCode;
    return isCode;
  });
}
