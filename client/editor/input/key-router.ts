import type { Editor } from "../editor";
import { commandFor, type KeyInput } from "../key-bindings";
import type { PointerRouter } from "./pointer-router";
import { ownsKeys, ownsSpace } from "./typing-target";

/** A key that went down; a browser's KeyboardEvent fits. */
export interface KeyPress extends KeyInput {
  readonly target: EventTarget | null;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

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
    if (event.code === "Space") {
      this.#holdSpace(event);
      return;
    }
    const command = commandFor(this.#editor.commands, event);
    if (command === undefined) return;
    // Even where the command does not apply now: Mod and minus at 5 % must not make the page smaller.
    event.preventDefault();
    if (this.#pointers.mode.get().kind === "nothing") this.#editor.run(command);
    else if (event.key === "Escape") this.#pointers.cancelAll();
  }

  up(event: Pick<KeyInput, "code">): void {
    if (event.code === "Space") this.#pointers.panWithMain.set(false);
  }

  #holdSpace(event: KeyPress): void {
    if (ownsSpace(event.target)) return;
    event.preventDefault();
    this.#pointers.panWithMain.set(true);
  }
}
