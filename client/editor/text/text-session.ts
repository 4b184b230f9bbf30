import { Disposables, type Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import { centreOf, heightOf, widthOf } from "@/core/geometry/box";
import { themedColour } from "@/core/shapes/colour";
import { toBoard } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Editor } from "../editor";
import { TextBox } from "./text-box";
import type { TextPlace } from "./text-box-place";

export interface TextBoxMount {
  /** The element that the canvases lie in. Gets the keyboard back when a text is done. */
  readonly host: HTMLElement;
  readonly editor: Editor;
  /** What a screen reader calls the field. */
  readonly label: string;
}

/** Shows a field over the text of a shape, until the returned function is called. Does nothing for a shape without a text. */
export function openTextSession(mount: TextBoxMount, id: ShapeId): Dispose {
  const shape = mount.editor.board.get(id);
  if (!shape || !("text" in shape)) return () => {};
  const session = new TextSession(mount, shape);
  return () => session.end();
}

/** A place in a text that moves with the letters around it, and one to begin with. */
type Place = Uint8Array | undefined;

/** One text while it is edited: joins the field to the board. */
class TextSession {
  readonly #mount: TextBoxMount;
  readonly #id: ShapeId;
  readonly #box: TextBox;
  readonly #ends = new Disposables();
  #start: Place;
  #end: Place;
  #isFieldsEdit = false;

  constructor(mount: TextBoxMount, shape: Shape & { readonly text: string }) {
    const { host, editor, label } = mount;
    this.#mount = mount;
    this.#id = shape.id;
    this.#box = new TextBox({
      host,
      label,
      text: shape.text,
      place: placeOf(editor, shape),
      onInput: (_, edit) => {
        this.#isFieldsEdit = true;
        editor.typing.edit(edit);
        this.#isFieldsEdit = false;
      },
      onSelection: (start, end) => this.#noteSelection(start, end),
      onDone: () => {
        editor.typing.stop();
        host.focus({ preventScroll: true });
      },
      onUndo: () => this.#step("history.undo"),
      onRedo: () => this.#step("history.redo"),
    });
    const place = () => this.#place();
    this.#ends.add(editor.camera.state.subscribe(place));
    this.#ends.add(editor.shapes.observe(() => this.#follow()));
    this.#ends.add(() => this.#box.remove());
    this.#box.focus(shape.text.length, shape.text.length);
  }

  end(): void {
    this.#ends.dispose();
  }

  /** Takes over what others, or undo, have made of the text and of its shape. */
  #follow(): void {
    const { board, typing } = this.#mount.editor;
    const shape = board.get(this.#id);
    if (!shape || !("text" in shape)) return;
    if (!this.#isFieldsEdit) {
      const indexOf = (place: Place) =>
        place && !typing.pressed ? board.textIndex(this.#id, place) : undefined;
      const last = shape.text.length;
      const [start, end] = [indexOf(this.#start), indexOf(this.#end)];
      this.#box.setValue(shape.text, start ?? last, end ?? last);
    }
    this.#place();
  }

  #place(): void {
    const { editor } = this.#mount;
    const shape = editor.board.get(this.#id);
    if (shape) this.#box.place(placeOf(editor, shape));
  }

  #noteSelection(start: number, end: number): void {
    const { board, typing } = this.#mount.editor;
    this.#start = board.textPlace(this.#id, start);
    this.#end = board.textPlace(this.#id, end);
    typing.moveCaret({ anchor: start, head: end });
  }

  #step(command: "history.undo" | "history.redo"): void {
    const { editor } = this.#mount;
    editor.typing.endBurst();
    editor.run(command);
  }
}

/** Where the text of a shape stands in the window. */
function placeOf({ camera }: Editor, shape: Shape): TextPlace {
  const { box, font, fontSize, align, vertical, maxWidth, colour } =
    kindOf(shape).textPlace!(shape);
  const { zoom } = camera.state.get();
  const width = widthOf(box);
  const height = heightOf(box);
  // The room turns with its shape, about the shape's middle and not its own.
  const middle = camera.toScreen(toBoard(shape, centreOf(box)));
  return {
    left: middle.x - (width / 2) * zoom,
    top: middle.y - (height / 2) * zoom,
    width,
    height,
    zoom,
    angle: shape.angle,
    font,
    fontSize,
    align,
    verticalAlign: vertical,
    colour: `light-dark(${colour}, ${themedColour(colour, "dark")})`,
    maxWidth: Number.isFinite(maxWidth) ? maxWidth : undefined,
  };
}
