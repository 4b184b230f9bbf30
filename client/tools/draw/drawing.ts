import type { Editor } from "../../editor/editor";
import type { StrokeGesture } from "@/core/protocol/gesture-lane";
import type { HandDrawnShape } from "@/core/shapes/ink/ink-shape";
import { drafting } from "../../editor/preview";
import { commitDraft } from "../../editor/new-shape";
import {
  backToIdle,
  stay,
  type PointerInput,
  type ToolState,
  type Transition,
} from "../../editor/tool-state";
import { StrokeDraft, type PenSample } from "./stroke-draft";

/** What a pen that measures nothing reports while it touches. */
const UNMEASURED_PRESSURE = 0.5;

/** A stroke that goes on as another shape repeats so many points, until its line is as wide as the one it continues. */
const OVERLAP_POINTS = 24;

/** The pen is on the paper. The document gets the stroke when the pen is lifted; until then it is a preview, here and elsewhere. */
export class Drawing implements ToolState {
  readonly id = "draw.drawing";
  readonly cursor = "crosshair";
  readonly #editor: Editor;
  readonly #kind: HandDrawnShape["kind"];
  readonly #hasPressure: boolean;
  readonly #start: readonly PenSample[];
  #draft: StrokeDraft | undefined;
  #gesture: StrokeGesture | undefined;

  constructor(
    editor: Editor,
    kind: HandDrawnShape["kind"],
    { device, pressure, samples }: PointerInput,
  ) {
    this.#editor = editor;
    this.#kind = kind;
    this.#start = samples;
    this.#hasPressure = device === "pen" && pressure !== UNMEASURED_PRESSURE;
  }

  enter(): void {
    this.#begin(this.#start);
    this.#show();
  }

  onPointerMove({ samples, predicted }: PointerInput): Transition {
    this.#extend(samples);
    this.#show(predicted);
    return stay;
  }

  onPointerUp({ samples }: PointerInput): Transition {
    this.#extend(samples);
    this.#commit();
    return backToIdle;
  }

  onCancel(): Transition {
    return backToIdle;
  }

  exit(): void {
    this.#gesture?.cancel();
    this.#editor.preview.set(undefined);
  }

  #begin(samples: readonly PenSample[]): void {
    const [first] = samples;
    if (!first) return;
    const id = this.#editor.newShapeId();
    const kind = this.#kind;
    const { stroke, strokeWidth, opacity } =
      this.#editor.styles.valuesFor(kind);
    const style = { stroke, strokeWidth, opacity };
    const hasPressure = this.#hasPressure;
    const draft = new StrokeDraft({
      kind,
      id,
      origin: first.point,
      hasPressure,
      style,
    });
    this.#draft = draft;
    this.#gesture = this.#editor.lane.beginStroke({
      kind,
      shape: id,
      at: draft.at,
      hasPressure,
      ...style,
    });
    this.#extend(samples);
  }

  #extend(samples: readonly PenSample[]): void {
    const draft = this.#draft;
    let rest = samples;
    while (draft && rest.length > 0) {
      const fitting = rest.slice(0, draft.room);
      rest = rest.slice(fitting.length);
      const added = draft.append(fitting);
      if (added.length > 0) this.#gesture?.extend(added);
      if (draft.room > 0) continue;
      // Nobody lifts the pen because a shape is full: the line goes on as another one.
      this.#commit();
      return this.#begin([...draft.tail(OVERLAP_POINTS), ...rest]);
    }
  }

  #commit(): void {
    if (!this.#draft) return;
    commitDraft(this.#editor, this.#draft.toShape());
    this.#gesture?.end();
    this.#gesture = undefined;
    this.#draft = undefined;
  }

  /** @param ahead Where the pen is expected next: its line keeps up with the hand although the screen shows it late. */
  #show(ahead: readonly PenSample[] = []): void {
    if (this.#draft)
      this.#editor.preview.set(drafting(this.#draft.toShape(ahead)));
  }
}
