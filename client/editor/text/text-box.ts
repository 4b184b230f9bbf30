import { Disposables } from "@/core/base/disposable";
import { matchesKeys } from "../key-bindings";
import {
  placeTextField,
  styleTextField,
  type TextPlace,
} from "./text-box-place";
import type { TextEdit } from "./text-edit";
import { TypedText } from "./typed-text";

export interface TextBoxOptions {
  /** Where the field is put: a positioned element, whose top left corner places count from. */
  readonly host: HTMLElement;
  /** What a screen reader calls the field. */
  readonly label: string;
  readonly text: string;
  readonly place: TextPlace;
  /** Something was typed. `edit` makes `text` of what the text was before; while a word is composed, too. */
  onInput(text: string, edit: TextEdit): void;
  /** The caret or the selection has moved; offsets in the text. */
  onSelection(start: number, end: number): void;
  /** The person has ended editing by a key. The box does not go away by itself. */
  onDone(): void;
  onUndo(): void;
  onRedo(): void;
}

const DONE = ["Escape", "Mod+Enter", "Tab", "Shift+Tab"];
const UNDO = ["Mod+Z"];
const REDO = ["Mod+Shift+Z", "Mod+Y"];
/** What happens in the field is nobody else's business. */
const KEPT = ["keyup", "keypress", "pointerdown", "dblclick", "contextmenu"];

/** A text field that stands exactly over text that `paintText` has painted. Keys and clicks in it do not reach the board. */
export class TextBox {
  /** The field itself. */
  readonly element: HTMLTextAreaElement;
  readonly #options: TextBoxOptions;
  readonly #typed: TypedText;
  readonly #ends = new Disposables();
  #place: TextPlace;
  #isComposing = false;
  #told: { readonly start: number; readonly end: number } | undefined;

  constructor(options: TextBoxOptions) {
    const page = options.host.ownerDocument;
    this.#options = options;
    this.#place = options.place;
    this.#typed = new TypedText(options.text);
    this.element = page.createElement("textarea");
    this.element.ariaLabel = options.label;
    this.element.value = options.text;
    styleTextField(this.element);
    this.#listen(page);
    options.host.append(this.element);
    this.place(options.place);
  }

  /** Follows the text on the board: to be called whenever its place, font or size has changed. */
  place(place: TextPlace): void {
    this.#place = place;
    placeTextField(this.element, place);
  }

  /**
   * Shows what others have made of the text, or undo has. The selection is where the one last told is in that text. While a word
   * is being composed, all this waits until it is.
   */
  setValue(text: string, selectionStart: number, selectionEnd: number): void {
    // Browsers tell late that the caret has moved: who knows only where it was must not put it back.
    const isTold = this.#isSelectionTold();
    this.#typed.change(text);
    if (this.#isComposing) return;
    if (isTold) this.#show(selectionStart, selectionEnd);
    else this.#showSelected();
  }

  /** Takes the keyboard, with this part of the text selected. */
  focus(selectionStart: number, selectionEnd: number): void {
    this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(selectionStart, selectionEnd);
    this.#tellSelection();
  }

  remove(): void {
    this.#ends.dispose();
    this.element.remove();
  }

  #listen(page: Document): void {
    const { element } = this;
    const ends = new AbortController();
    this.#ends.add(() => ends.abort());
    const { signal } = ends;
    element.addEventListener("keydown", (event) => this.#onKey(event), {
      signal,
    });
    element.addEventListener("beforeinput", (event) => this.#onAsk(event), {
      signal,
    });
    element.addEventListener("input", () => this.#onInput(), { signal });
    element.addEventListener("compositionstart", () => this.#onCompose(), {
      signal,
    });
    element.addEventListener("compositionend", () => this.#onComposed(), {
      signal,
    });
    page.addEventListener("selectionchange", () => this.#tellSelection(), {
      signal,
    });
    for (const kind of KEPT)
      element.addEventListener(kind, (event) => event.stopPropagation(), {
        signal,
      });
    // A caret that was moved out of sight has scrolled the text from its place.
    element.addEventListener(
      "scroll",
      () => (element.scrollTop = element.scrollLeft = 0),
      { signal },
    );
  }

  #onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    // They steer the input method.
    if (event.isComposing) return;
    const { onDone, onUndo, onRedo } = this.#options;
    const isOneOf = (keys: readonly string[]) =>
      keys.some((pattern) => matchesKeys(pattern, event));
    const answer = isOneOf(DONE)
      ? onDone
      : isOneOf(REDO)
        ? onRedo
        : isOneOf(UNDO)
          ? onUndo
          : undefined;
    if (!answer) return;
    event.preventDefault();
    answer.call(this.#options);
  }

  /** The browser's own menu has an undo, too, which knows nothing of what others did. */
  #onAsk(event: InputEvent): void {
    const isUndo = event.inputType === "historyUndo";
    if (!isUndo && event.inputType !== "historyRedo") return;
    event.preventDefault();
    if (isUndo) this.#options.onUndo();
    else this.#options.onRedo();
  }

  #onInput(): void {
    const { value, selectionEnd } = this.element;
    const edit = this.#typed.type(value, selectionEnd);
    if (edit) this.#options.onInput(this.#typed.text, edit);
    placeTextField(this.element, this.#place);
    this.#tellSelection();
  }

  #onCompose(): void {
    this.#isComposing = true;
  }

  #onComposed(): void {
    // Some browsers tell of the last input only afterwards.
    this.#onInput();
    this.#isComposing = false;
    this.#showSelected();
  }

  /** Shows the present text, in which the selection goes along with its letters. */
  #showSelected(): void {
    const { start, end } = this.#selection();
    this.#show(start, end);
  }

  #show(selectionStart: number, selectionEnd: number): void {
    const { element } = this;
    this.#typed.show();
    if (element.value !== this.#typed.text) element.value = this.#typed.text;
    const isSelected =
      element.selectionStart === selectionStart &&
      element.selectionEnd === selectionEnd;
    // Even the same selection loses its direction when it is set.
    if (!isSelected) element.setSelectionRange(selectionStart, selectionEnd);
    placeTextField(element, this.#place);
    this.#tellSelection();
  }

  #tellSelection(): void {
    const { element } = this;
    if (element.ownerDocument.activeElement !== element) return;
    if (this.#isSelectionTold()) return;
    this.#told = this.#selection();
    this.#options.onSelection(this.#told.start, this.#told.end);
  }

  #isSelectionTold(): boolean {
    const { start, end } = this.#selection();
    return start === this.#told?.start && end === this.#told.end;
  }

  /** What is selected, in the present text. */
  #selection(): { readonly start: number; readonly end: number } {
    const { selectionStart, selectionEnd } = this.element;
    return {
      start: this.#typed.offsetInText(selectionStart),
      end: this.#typed.offsetInText(selectionEnd),
    };
  }
}
