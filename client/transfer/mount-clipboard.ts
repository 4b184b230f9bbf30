import type { Dispose } from "@/core/base/disposable";
import type { ClipboardPort } from "../editor/clipboard-port";
import type { Editor } from "../editor/editor";
import { ownsKeys } from "../editor/input/typing-target";
import type * as contentModule from "./clipboard-content";

/** Where the last copy is kept for pages of this server whose browser does not let them read the clipboard. */
const STORAGE_KEY = "boardwalk.clipboard";

type ContentModule = typeof contentModule;

export interface ClipboardOptions {
  readonly editor: Editor;
  readonly view: Window;
  /** Undefined where the browser keeps nothing. */
  readonly storage: Pick<Storage, "getItem" | "setItem"> | undefined;
}

/**
 * Joins the board to the system's clipboard until the returned function is called. Keys work by the browser's own events, which bring the
 * clipboard along on every page. Menus copy by an event as well; they paste what the browser lets them read, or else what was copied last on a board
 * of this server.
 */
export function mountClipboard(options: ClipboardOptions): Dispose {
  const { editor, view } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const page = view.document;
  let content: ContentModule | undefined;
  const load = async () => (content = await import("./clipboard-content"));
  // Copying has to be answered at once: what it needs is loaded before something can be selected, if the line is quick.
  for (const sign of ["pointerdown", "keydown"])
    page.addEventListener(sign, () => void load(), { signal, once: true });

  /** Makes the event once more: an event that has gone by takes nothing any more. */
  const askAgain = ({ type }: ClipboardEvent) => {
    if (!signal.aborted) execute(page, type === "cut" ? "cut" : "copy");
  };
  const copyInto = (event: ClipboardEvent): boolean => {
    const { clipboardData } = event;
    if (isElsewhere(event, view) || !clipboardData) return false;
    if (content === undefined) {
      event.preventDefault();
      void load().then(() => askAgain(event));
      return false;
    }
    const copied = content.copyOf(editor);
    if (!copied) return false;
    event.preventDefault();
    clipboardData.setData("text/plain", copied.text);
    clipboardData.setData("text/html", copied.html);
    remember(options, copied.html);
    return true;
  };
  page.addEventListener("copy", copyInto, { signal });
  page.addEventListener(
    "cut",
    (event) => {
      if (copyInto(event)) editor.run("selection.delete");
    },
    { signal },
  );
  page.addEventListener(
    "paste",
    (event) => {
      const { clipboardData } = event;
      if (isElsewhere(event, view) || !clipboardData) return;
      event.preventDefault();
      const html = clipboardData.getData("text/html");
      const text = clipboardData.getData("text/plain");
      void load().then(({ pasteContent }) =>
        pasteContent(editor, { html, text }),
      );
    },
    { signal },
  );
  editor.clipboard = menuClipboard(options, load);
  return () => {
    editor.clipboard = undefined;
    ending.abort();
  };
}

/** What menus do, which have no event to bring the clipboard along. */
function menuClipboard(
  options: ClipboardOptions,
  load: () => Promise<ContentModule>,
): ClipboardPort {
  const { editor, view } = options;
  return {
    copy: () => execute(view.document, "copy"),
    cut: () => execute(view.document, "cut"),
    paste() {
      void pasteFromSystem();
      return true;
    },
  };

  async function pasteFromSystem(): Promise<void> {
    const { pasteContent } = await load();
    const found = await readSystemClipboard(view);
    if (found && pasteContent(editor, found)) return;
    const kept = recall(options);
    if (kept !== undefined) pasteContent(editor, { html: kept, text: "" });
  }
}

/** The only way that plain http has. It makes an event, which is answered as those of the keys are. */
function execute(
  page: { execCommand(command: "copy" | "cut"): boolean },
  command: "copy" | "cut",
): boolean {
  return page.execCommand(command);
}

/** Undefined where the page, the browser or the person does not allow it. */
async function readSystemClipboard(
  view: Window,
): Promise<contentModule.ClipboardContent | undefined> {
  // Absent on plain http.
  const { clipboard }: { readonly clipboard?: Clipboard } = view.navigator;
  if (!clipboard) return undefined;
  try {
    const [item] = await clipboard.read();
    const read = async (type: string) =>
      item?.types.includes(type) ? (await item.getType(type)).text() : "";
    return { html: await read("text/html"), text: await read("text/plain") };
  } catch {
    return undefined;
  }
}

/** Whether the event belongs to a text that is being written or selected, and not to the board. */
const isElsewhere = ({ target }: Event, view: Window): boolean =>
  ownsKeys(target) || !(view.getSelection()?.isCollapsed ?? true);

function remember({ storage }: ClipboardOptions, html: string): void {
  try {
    storage?.setItem(STORAGE_KEY, html);
  } catch {
    // Too large, or forbidden: keys copy and paste without it.
  }
}

function recall({ storage }: ClipboardOptions): string | undefined {
  try {
    return storage?.getItem(STORAGE_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
