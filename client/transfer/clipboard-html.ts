/** Where a fragment hides in the HTML on the clipboard: browsers carry HTML between pages as it is, and no other program shows it. */
const ATTRIBUTE = "data-boardwalk";

/** HTML that carries `fragment`, and shows `text` in programs that want something to read. */
export function toClipboardHtml(fragment: string, text: string): string {
  const shown = escape(text).replaceAll("\n", "<br>");
  return `<div ${ATTRIBUTE}="${escape(fragment)}">${shown}</div>`;
}

/** The fragment in such HTML; undefined in any other. */
export function fragmentInHtml(html: string): string | undefined {
  const found = new RegExp(`${ATTRIBUTE}="([^"]*)"`).exec(html)?.[1];
  return found === undefined ? undefined : unescape(found);
}

const ENTITIES: readonly (readonly [string, string])[] = [
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
];

const escape = (text: string): string =>
  ENTITIES.reduce((all, [c, entity]) => all.replaceAll(c, entity), text);

const unescape = (text: string): string =>
  [...ENTITIES]
    .reverse()
    .reduce((all, [c, entity]) => all.replaceAll(entity, c), text);
