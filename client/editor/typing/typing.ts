import { type Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import { createStore, type Store } from "@/core/base/store";
import type { TextEdit } from "@/core/board/draft";
import type { TypingGesture } from "@/core/protocol/gesture-lane";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Editor } from "../editor";

/** A pause of this length ends a burst of typing, which is one step for undo; milliseconds. */
const BURST_PAUSE_MS = 1_000;

/** A part of a text; UTF-16 units. The head is where one types. */
export interface TextSelection {
  readonly anchor: number;
  readonly head: number;
}

interface Session {
  readonly shape: ShapeId;
  /** How many steps there were before the text was made, for one that was made just now. */
  readonly madeAfter: number | undefined;
  readonly gesture: TypingGesture;
}

/**
 * The text that this person edits. What is typed goes into the document letter by letter, so that two people in one text keep every letter; a burst of it is
 * one step for undo.
 */
export class Typing {
  readonly #editor: Editor;
  readonly #shape = createStore<ShapeId | undefined>(undefined);
  readonly #unobserve: Dispose;
  #session: Session | undefined;
  #endStep: Dispose | undefined;
  #cancelPause: Dispose = () => {};
  #pressed: TextEdit | undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
    this.#unobserve = editor.shapes.observe(({ removed, updated }) => {
      const id = this.#session?.shape;
      if (id === undefined) return;
      // Somebody else has deleted or locked it: what was typed is kept with it.
      if (removed.includes(id)) this.#leave();
      else if (updated.includes(id) && editor.board.get(id)?.locked)
        this.#leave();
    });
  }

  /** The shape whose text is being edited. */
  get shape(): Store<ShapeId | undefined> {
    return this.#shape;
  }

  /**
   * Begins to edit the text of a shape. Returns false, and does nothing, for one that has none, is locked or is not on the board.
   *
   * @param madeAfter `history.depth` before the shape was made, for one that is to leave nothing behind when it stays empty.
   */
  start(id: ShapeId, madeAfter?: number): boolean {
    const { board, lane } = this.#editor;
    const shape = board.get(id);
    const isEditable = shape && kindOf(shape).hasText && !shape.locked;
    if (!isEditable || board.readOnly) return false;
    this.stop();
    this.#session = {
      shape: id,
      madeAfter,
      gesture: lane.beginTyping(id),
    };
    this.#editor.select([id]);
    this.#shape.set(id);
    return true;
  }

  /** Takes one change of the text box over into the document. */
  edit(edit: TextEdit): void {
    const id = this.#session?.shape;
    if (id === undefined) return;
    this.#endStep ??= this.#editor.board.history.beginStep();
    this.#editor.board.change("type", (draft) => draft.editText(id, edit));
    this.#cancelPause();
    this.#cancelPause = this.#editor.clock.after(BURST_PAUSE_MS, () =>
      this.endBurst(),
    );
  }

  /** What `press` is writing, while the board tells of it. */
  get pressed(): TextEdit | undefined {
    return this.#pressed;
  }

  /**
   * Answers a key that the text's field does not get, as those before it is there: writes at the text's end. Does nothing when no text is
   * edited.
   *
   * @param key A letter, or Enter, Backspace or Escape.
   */
  press(key: string): void {
    const id = this.#session?.shape;
    const shape = id && this.#editor.board.get(id);
    if (!shape || !("text" in shape)) return;
    if (key === "Escape") return this.stop();
    this.#pressed = editByKey(shape.text, key);
    this.edit(this.#pressed);
    this.#pressed = undefined;
  }

  /** Shows the others where this person types. */
  moveCaret({ anchor, head }: TextSelection): void {
    const { board } = this.#editor;
    const session = this.#session;
    if (!session) return;
    const anchorPlace = board.textPlace(session.shape, anchor);
    const headPlace = board.textPlace(session.shape, head);
    if (anchorPlace && headPlace)
      session.gesture.moveCaret({ anchor: anchorPlace, head: headPlace });
  }

  /** What is typed from now on is another step for undo. */
  endBurst(): void {
    this.#cancelPause();
    this.#endStep?.();
    this.#endStep = undefined;
  }

  /**
   * Ends the editing. A text without a letter, which nobody could see, is deleted; one that was made just now leaves nothing behind, not even for
   * undo.
   */
  stop(): void {
    const session = this.#session;
    if (!session) return;
    const { board } = this.#editor;
    const shape = board.get(session.shape);
    if (!shape || !isNothing(shape) || board.readOnly) return this.#leave();
    // It belongs to the step that took the last letter, while that is open.
    const endStep = this.#endStep;
    this.#endStep = undefined;
    this.#leave();
    if (session.madeAfter !== undefined) {
      endStep?.();
      board.history.rollBack(session.madeAfter);
    }
    // Of one made just now, undo leaves what others have written into it.
    if (board.get(shape.id))
      board.change("delete", (draft) => draft.remove(shape.id));
    endStep?.();
  }

  dispose(): void {
    this.stop();
    this.#unobserve();
  }

  #leave(): void {
    this.endBurst();
    this.#session?.gesture.end();
    this.#session = undefined;
    this.#shape.set(undefined);
  }
}

/** What a letter, Enter or Backspace does at the end of a text. */
function editByKey(text: string, key: string): TextEdit {
  const to = text.length;
  if (key !== "Backspace")
    return { from: to, to, insert: key === "Enter" ? "\n" : key };
  const last = Array.from(text).at(-1) ?? "";
  return { from: to - last.length, to, insert: "" };
}

/** Whether all there is of a shape is a text without a letter. */
const isNothing = (shape: Shape): boolean =>
  shape.kind === "text" && shape.text.trim() === "";
