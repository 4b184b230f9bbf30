import type { BoardPoint } from "@/core/geometry/point";
import { fragmentOfSelection } from "../editor/duplicate-selection";
import type { Editor } from "../editor/editor";
import { fragmentInHtml, toClipboardHtml } from "./clipboard-html";
import { readFragment, writeFragment } from "./fragment-text";
import { pasteFragment } from "./paste-fragment";
import { pasteText } from "./paste-text";

/** What is on a clipboard: the same in the forms that programs ask for. */
export interface ClipboardContent {
  readonly html: string;
  readonly text: string;
}

/** The selected shapes for a clipboard; undefined when nothing is selected. */
export function copyOf(editor: Editor): ClipboardContent | undefined {
  const fragment = fragmentOfSelection(editor);
  if (fragment.length === 0) return undefined;
  const text = fragment
    .flatMap((shape) => ("text" in shape ? shape.text : []))
    .filter((part) => part !== "")
    .join("\n");
  return { html: toClipboardHtml(writeFragment(fragment), text), text };
}

/** Puts what a clipboard holds on the board: shapes, or else its text. Returns whether there was anything to put there. */
export function pasteContent(
  editor: Editor,
  { html, text }: ClipboardContent,
): boolean {
  // A board's file, opened as a text, is copied as one.
  const fragment = readFragment(fragmentInHtml(html) ?? text);
  const place = placeToPaste(editor);
  return fragment
    ? pasteFragment(editor, fragment, place)
    : pasteText(editor, text, place);
}

/** Where the pointer is, if it is over the board; else the middle of the window. */
const placeToPaste = ({ camera, pointer }: Editor): BoardPoint =>
  camera.toBoard(pointer.get() ?? camera.centre);
