import type { Command } from "../command";
import type { Editor } from "../editor";
import { commandsFor, type KeyInput } from "../key-bindings";
import type { Modifiers } from "../tool-state";
import type { PointerRouter } from "./pointer-router";
import { ownsKeys, ownsNavigation } from "./typing-target";

/** A key that went down; a browser's KeyboardEvent fits. */
export interface KeyPress extends KeyInput {
  readonly target: EventTarget | null;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

const MODIFIERS = new Set(["Shift", "Alt", "Control", "Meta"]);

/** Keys with which one moves within a page and presses what has the focus. */
const NAVIGATION = /^(Tab|Enter|Arrow(Left|Right|Up|Down))$/;

/** Keys that a text without a field answers. */
const WRITING = /^(.|Enter|Backspace|Escape)$/u;

const writes = ({ key, ctrlKey, metaKey }: KeyPress): boolean =>
  !ctrlKey && !metaKey && WRITING.test(key);

/** Whether the browser answers with an event of its own, which brings the clipboard along. */
const isBrowsers = ({ isBrowserKey }: Command): boolean =>
  isBrowserKey === true;

/** Gives keys to the gesture under way or to the command that they are bound to. Keys that nothing here is bound to stay the browser's. */
export class KeyRouter {
  readonly #editor: Editor;
  readonly #pointers: PointerRouter;

  constructor(editor: Editor, pointers: PointerRouter) {
    this.#editor = editor;
    this.#pointers = pointers;
  }

  down(event: KeyPress): void {
    if (event.defaultPrevented || event.isComposing) return;
    if (ownsKeys(event.target)) return;
    const { typing, toolState, commands } = this.#editor;
    if (typing.shape.get() !== undefined) {
      // Other keys are the field's, which is about to take the keyboard.
      if (!writes(event)) return;
      typing.press(event.key);
      return event.preventDefault();
    }
    const bound = commandsFor(commands, event);
    const isOurs = bound.length > 0 ? !bound.some(isBrowsers) : writes(event);
    if (isOurs && toolState.get().onKey?.(() => this.#answerLate(event)))
      return event.preventDefault();
    if (MODIFIERS.has(event.key)) return this.#changeModifiers(event);
    if (event.code === "Space") return this.#holdSpace(event);
    if (NAVIGATION.test(event.key) && ownsNavigation(event.target)) return;
    if (bound.length === 0) return;
    const enabled = bound.find((c) => c.isEnabled(this.#editor));
    if (bound.some(isBrowsers)) return;
    // Where there is nothing more to step to, Tab goes on through the page.
    if (event.key === "Tab" && !enabled) return;
    // Even where the command does not apply now: Mod and minus at 5 % must not make the page smaller.
    event.preventDefault();
    if (this.#pointers.mode.get().kind === "nothing")
      enabled?.run(this.#editor);
    else if (event.key === "Escape") this.#pointers.cancelAll();
  }

  up(event: KeyInput): void {
    if (event.code === "Space") this.#pointers.panWithMain.set(false);
    if (MODIFIERS.has(event.key)) this.#changeModifiers(event);
  }

  #answerLate(event: KeyPress): void {
    const { typing, commands } = this.#editor;
    if (typing.shape.get() === undefined)
      commandsFor(commands, event)
        .find((command) => command.isEnabled(this.#editor))
        ?.run(this.#editor);
    else if (writes(event)) typing.press(event.key);
  }

  #holdSpace(event: KeyPress): void {
    if (ownsNavigation(event.target)) return;
    event.preventDefault();
    this.#pointers.panWithMain.set(true);
  }

  #changeModifiers(event: KeyInput): void {
    if (this.#pointers.mode.get().kind !== "tool") return;
    this.#editor.changeModifiers(modifiersOf(event));
  }
}

const modifiersOf = (event: KeyInput): Modifiers => ({
  shift: event.shiftKey,
  alt: event.altKey,
  mod: event.ctrlKey || event.metaKey,
});
