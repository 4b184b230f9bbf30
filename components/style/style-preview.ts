import type { Editor } from "@/client/editor/editor";
import { lifting } from "@/client/editor/preview";
import { setStyle } from "@/client/editor/styles/style-subject";
import type { ShapeId } from "@/core/base/ids";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { StyleName, StyleValues } from "@/core/shapes/style";

/** Shows a style on the selected shapes while it is being chosen. It becomes one edit in the end. */
export class StylePreview {
  readonly #editor: Editor;
  #lifted: ReadonlySet<ShapeId> | undefined;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  show<Name extends StyleName>(name: Name, value: StyleValues[Name]): void {
    const shapes = this.#editor
      .changeableShapes()
      .filter((shape) => kindOf(shape).styles.includes(name));
    if (shapes.length === 0) return;
    this.#lifted ??= new Set(shapes.map(({ id }) => id));
    const styled = shapes.map((shape) => ({ ...shape, [name]: value }));
    this.#editor.preview.set(lifting(this.#lifted, styled));
  }

  commit(values: Partial<StyleValues>): void {
    this.end();
    setStyle(this.#editor, values);
  }

  /** Leaves everything as it was. */
  end(): void {
    if (this.#lifted) this.#editor.preview.set(undefined);
    this.#lifted = undefined;
  }
}
