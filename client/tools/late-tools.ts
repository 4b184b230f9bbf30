import type { Editor } from "../editor/editor";
import {
  stay,
  type PointerInput,
  type ToolDefinition,
  type ToolState,
  type Transition,
} from "../editor/tool-state";
import { Idle as DrawIdle } from "./draw/idle";
import { toolList, type ToolName } from "./tool-list";
import type * as toolsModule from "./tools";

let loaded: typeof toolsModule | undefined;

/** Loads the tools that nobody needs for their first stroke. Ask for it when a person begins to do something. */
export const loadTools = async (): Promise<typeof toolsModule> =>
  (loaded ??= await import("./tools"));

/** Every tool. Those with a pen work at once, the others as soon as they are loaded. */
export const lateTools: readonly ToolDefinition[] = toolList.map((spec) => ({
  ...spec,
  idle: (editor) => idleOf(spec.name, editor),
}));

function idleOf(name: ToolName, editor: Editor): ToolState {
  if (loaded) return loaded.idleStates[name](editor);
  if (name === "draw") return new DrawIdle(editor, "ink");
  return new Waiting(editor);
}

type Input = (editor: Editor) => void;

/** The tool is in the hand, and being loaded. What is done with it meanwhile is done as soon as it is there. */
class Waiting implements ToolState {
  readonly id = "tool.waiting";
  readonly cursor = "default";
  readonly #editor: Editor;
  readonly #inputs: Input[] = [];

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  enter(): void {
    void loadTools().then(() => {
      const editor = this.#editor;
      if (editor.toolState.get() !== this) return;
      editor.takeToolAnew();
      for (const input of this.#inputs) input(editor);
    });
  }

  onPointerDown(input: PointerInput): Transition {
    return this.#keep((editor) => editor.pointerDown(input));
  }

  onPointerMove(input: PointerInput): Transition {
    return this.#keep((editor) => editor.pointerMove(input));
  }

  onPointerUp(input: PointerInput): Transition {
    return this.#keep((editor) => editor.pointerUp(input));
  }

  onDoubleClick(input: PointerInput): Transition {
    return this.#keep((editor) => editor.doubleClick(input));
  }

  /** A key after a click is meant for what the click will make or select. */
  onKey(answer: () => void): boolean {
    if (this.#inputs.length === 0) return false;
    this.#keep(answer);
    return true;
  }

  #keep(input: Input): Transition {
    this.#inputs.push(input);
    return stay;
  }
}
