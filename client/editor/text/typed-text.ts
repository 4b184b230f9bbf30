import {
  applyEdit,
  editAfter,
  editBetween,
  offsetAfter,
  type TextEdit,
} from "./text-edit";

/**
 * A text that is typed in a field while others change it. While an input method composes a word, the field must not be touched:
 * it then shows an older text, and what is typed there is carried over to the present one.
 */
export class TypedText {
  #text: string;
  #shown: string;
  /** What makes the present text of the one shown, one after the other. */
  #outside: readonly TextEdit[] = [];

  constructor(text: string) {
    this.#text = this.#shown = text;
  }

  /** As it is for everybody. */
  get text(): string {
    return this.#text;
  }

  /**
   * Takes over what the field shows now, with the caret at `caret`. Returns the edit that this makes to the text; undefined for
   * none.
   */
  type(value: string, caret: number): TextEdit | undefined {
    let edit = editBetween(this.#shown, value, caret);
    if (!edit) return undefined;
    this.#shown = value;
    const outside: TextEdit[] = [];
    for (const other of this.#outside) {
      outside.push(editAfter(other, edit, "after"));
      edit = editAfter(edit, other, "before");
    }
    this.#outside = outside;
    this.#text = applyEdit(this.#text, edit);
    return edit;
  }

  /** The text was changed by somebody else, or by undo. The field does not show it yet. */
  change(text: string): void {
    const edit = editBetween(this.#text, text);
    if (edit) this.#outside = [...this.#outside, edit];
    this.#text = text;
  }

  /** The field shows the present text. */
  show(): void {
    this.#shown = this.#text;
    this.#outside = [];
  }

  /** Where an offset in the field is in the present text. */
  offsetInText(offset: number): number {
    return this.#outside.reduce(
      (moved, edit) => offsetAfter(moved, edit),
      offset,
    );
  }
}
