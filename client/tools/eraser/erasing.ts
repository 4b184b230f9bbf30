import type { ShapeId } from "@/core/base/ids";
import { boardPoint, distance, type BoardPoint } from "@/core/geometry/point";
import type { EraseGesture } from "@/core/protocol/gesture-lane";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Editor } from "../../editor/editor";
import { fading } from "../../editor/preview";
import { membersOf } from "../../editor/selection/members";
import {
  backToIdle,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";

/** How wide the eraser is; CSS pixels from its middle. */
const RADIUS = 8;

/** What the eraser touches fades, and is deleted when it is lifted, as one step. With Alt it gives back what it touches. */
export class Erasing implements ToolState {
  readonly id = "eraser.erasing";
  readonly cursor = "erase";
  readonly #editor: Editor;
  readonly #start: PointerInput;
  #last: BoardPoint;
  #marked: ReadonlySet<ShapeId> = new Set();
  #gesture: EraseGesture | undefined;

  constructor(editor: Editor, start: PointerInput) {
    this.#editor = editor;
    this.#start = start;
    this.#last = start.point;
  }

  enter(): void {
    this.#gesture = this.#editor.lane.beginErase();
    this.#touch(this.#start);
  }

  onPointerMove(input: PointerInput): Transition {
    this.#touch(input);
    return stay;
  }

  onPointerUp(input: PointerInput): Transition {
    this.#touch(input);
    const { board } = this.#editor;
    const doomed = this.#doomed();
    if (doomed.length > 0)
      board.change("erase", (draft) => {
        for (const id of doomed) draft.remove(id);
      });
    this.#gesture?.end();
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  exit(): void {
    this.#gesture?.cancel();
    this.#editor.preview.set(undefined);
  }

  #touch({ samples, alt }: PointerInput): void {
    const touched = new Set<ShapeId>();
    for (const { point } of samples) {
      for (const place of this.#placesTo(point))
        this.#touchAt(place, touched, alt);
      this.#last = point;
    }
    if (touched.size === 0) return;
    if (alt) this.#giveBack(touched);
    else {
      this.#marked = new Set([...this.#marked, ...touched]);
      this.#gesture?.mark([...touched]);
    }
    this.#editor.preview.set(fading(this.#marked));
  }

  #giveBack(touched: ReadonlySet<ShapeId>): void {
    this.#marked = new Set([...this.#marked].filter((id) => !touched.has(id)));
    // The others are only ever told of more that is marked: what is left begins anew.
    this.#gesture?.cancel();
    this.#gesture = this.#editor.lane.beginErase();
    if (this.#marked.size > 0) this.#gesture.mark([...this.#marked]);
  }

  /** What is marked and still may be erased, with what frames hold, and the groups of which nothing is left. */
  #doomed(): readonly ShapeId[] {
    const { board } = this.#editor;
    const doomed = new Set(
      membersOf(board, this.#marked).filter(
        (id) => board.get(id)?.locked === false,
      ),
    );
    for (const id of [...doomed]) {
      let group = board.parentOf(id);
      while (group && kindOf(group).holds === "group") {
        const isEmptied = board
          .drawnBy(group.id)
          .every((member) => doomed.has(member.id));
        if (isEmptied) doomed.add(group.id);
        group = board.parentOf(group.id);
      }
    }
    return [...doomed];
  }

  /** From the last place to this one in steps that no line slips through. */
  #placesTo(point: BoardPoint): BoardPoint[] {
    const radius = RADIUS / this.#editor.camera.state.get().zoom;
    const steps = Math.max(1, Math.ceil(distance(this.#last, point) / radius));
    return Array.from({ length: steps }, (_, i) => {
      const share = (i + 1) / steps;
      return boardPoint(
        this.#last.x + (point.x - this.#last.x) * share,
        this.#last.y + (point.y - this.#last.y) * share,
      );
    });
  }

  /** Everything that lies there and is not marked, or is, and not only the topmost; of a group, all of it. */
  #touchAt(place: BoardPoint, touched: Set<ShapeId>, isMarked: boolean): void {
    const { shapes, board, camera } = this.#editor;
    const radius = RADIUS / camera.state.get().zoom;
    for (;;) {
      const shape = shapes.topmostAt(
        place,
        radius,
        ({ id, locked }) =>
          !locked && this.#marked.has(id) === isMarked && !touched.has(id),
      );
      if (!shape) return;
      const whole = this.#editor.selectableFor(shape.id);
      for (const { id, locked } of board.drawnBy(whole))
        if (!locked && this.#marked.has(id) === isMarked) touched.add(id);
      touched.add(shape.id);
    }
  }
}
