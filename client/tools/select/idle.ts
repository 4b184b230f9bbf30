import { boardPoint } from "@/core/geometry/point";
import { turned } from "@/core/geometry/turn";
import { centreOf, containsPoint } from "@/core/geometry/box";
import { hits } from "@/core/shapes/placed-shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Editor } from "../../editor/editor";
import { handleAt, type Handle } from "../../editor/selection/handle-at";
import {
  goTo,
  stay,
  type PointerInput,
  type ToolCursor,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { cursorOfHandle } from "./handle-cursor";
import { placeText } from "../text/place-text";
import { shapeUnder } from "./hit-tolerance";
import { MovingEnd } from "./moving-end";
import { Brushing } from "./brushing";
import { Pointing } from "./pointing";
import { Resizing } from "./resizing";
import { Turning } from "./turning";

/** Nothing is pressed. */
export class Idle implements ToolState {
  readonly id = "select.idle";
  readonly cursor: ToolCursor;
  readonly #editor: Editor;

  constructor(editor: Editor, cursor: ToolCursor = "default") {
    this.#editor = editor;
    this.cursor = cursor;
  }

  onPointerMove(input: PointerInput): Transition {
    const cursor = this.#cursorAt(input);
    return cursor === this.cursor ? stay : goTo(new Idle(this.#editor, cursor));
  }

  onPointerDown(input: PointerInput): Transition {
    const editor = this.#editor;
    const handle = this.#handleAt(input);
    if (handle && !editor.board.readOnly)
      return goTo(this.#takeHandle(handle, input));
    const shape = shapeUnder(editor, input);
    if (shape)
      return goTo(new Pointing(editor, editor.selectableFor(shape.id), input));
    // Within the frame of several one can take hold of all of them, also between them.
    if (this.#isWithinSeveral(input) && !input.shift)
      return goTo(new Pointing(editor, undefined, input));
    return goTo(new Brushing(editor, input));
  }

  onDoubleClick(input: PointerInput): Transition {
    const editor = this.#editor;
    const shape = shapeUnder(editor, input);
    if (!shape) return this.#writeText(input);
    const whole = editor.selectableFor(shape.id);
    if (whole !== shape.id) {
      editor.enterGroup(whole);
      editor.select([editor.selectableFor(shape.id)]);
    } else if (kindOf(shape).hasText) editor.typing.start(shape.id);
    return stay;
  }

  /** A double click on the paper begins a text there. */
  #writeText({ point }: PointerInput): Transition {
    const editor = this.#editor;
    if (editor.board.readOnly) return stay;
    const inside = editor.shapes.topmostAt(
      point,
      0,
      (shape) => !shape.locked && kindOf(shape).textPlace !== undefined,
    );
    if (inside && editor.typing.start(inside.id)) return stay;
    const closed = closedShapeAround(editor, point);
    if (closed && editor.typing.start(closed)) return stay;
    placeText(editor, point);
    return stay;
  }

  #handleAt({ screen, device }: PointerInput): Handle | undefined {
    const editor = this.#editor;
    const frame = editor.selectionFrame();
    return frame && handleAt(editor, frame, screen, device);
  }

  #takeHandle(handle: Handle, input: PointerInput): ToolState {
    switch (handle.kind) {
      case "resize":
        return new Resizing(this.#editor, handle.handle, input);
      case "turn":
        return new Turning(this.#editor, input);
      case "line":
        return new MovingEnd(this.#editor, handle.index, input);
    }
  }

  #isWithinSeveral({ point }: PointerInput): boolean {
    const editor = this.#editor;
    const frame = editor.selectionFrame();
    if (!frame || editor.selectedShapes().length < 2) return false;
    const own = turned(point, centreOf(frame.box), -frame.angle);
    return containsPoint(frame.box, boardPoint(own.x, own.y));
  }

  #cursorAt(input: PointerInput): ToolCursor {
    if (input.device === "touch") return "default";
    const handle = this.#handleAt(input);
    if (handle) {
      const angle = this.#editor.selectionFrame()?.angle ?? 0;
      return cursorOfHandle(handle, angle);
    }
    return shapeUnder(this.#editor, input) ? "move" : "default";
  }
}

/** A closed shape that one can see through, and that lies round the point. */
function closedShapeAround({ shapes }: Editor, point: PointerInput["point"]) {
  const spot = { minX: point.x, minY: point.y, maxX: point.x, maxY: point.y };
  return shapes
    .shapesIn(spot)
    .reverse()
    .find(
      (shape) =>
        "fillStyle" in shape &&
        !shape.locked &&
        hits({ ...shape, fill: shape.stroke }, point, 0),
    )?.id;
}
