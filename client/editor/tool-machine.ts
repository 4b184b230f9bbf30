import { createStore, type Store } from "@/core/base/store";
import type { ToolState, Transition } from "./tool-state";

/** Holds the state that the tool is in. A state is entered once and left once, whatever happens between. */
export class ToolMachine {
  readonly #state;
  #makeIdle: () => ToolState;

  constructor(makeIdle: () => ToolState) {
    this.#makeIdle = makeIdle;
    this.#state = createStore(makeIdle());
    this.#state.get().enter?.();
  }

  get state(): Store<ToolState> {
    return this.#state;
  }

  /** Whether a gesture is under way, which `cancel` would give up. */
  get isInGesture(): boolean {
    return this.#state.get().onCancel !== undefined;
  }

  /** Gives up a gesture under way and goes on with another tool. */
  use(makeIdle: () => ToolState): void {
    this.cancel();
    this.#makeIdle = makeIdle;
    this.#enter(makeIdle());
  }

  handle(input: (state: ToolState) => Transition | undefined): void {
    const transition = this.#ask(input);
    if (transition?.kind === "goTo") this.#enter(transition.state);
    else if (transition?.kind === "idle") this.#enter(this.#makeIdle());
  }

  /** Gives up the gesture under way. Returns whether there was one. */
  cancel(): boolean {
    const wasInGesture = this.isInGesture;
    this.handle((state) => state.onCancel?.());
    return wasInGesture;
  }

  #ask(input: (state: ToolState) => Transition | undefined) {
    try {
      return input(this.#state.get());
    } catch (error) {
      // A gesture that failed is over: its preview must not stay on the screen.
      this.#enter(this.#makeIdle());
      throw error;
    }
  }

  #enter(state: ToolState): void {
    this.#state.get().exit?.();
    this.#state.set(state);
    state.enter?.();
  }
}
