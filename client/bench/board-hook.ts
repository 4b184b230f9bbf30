import { assert } from "@/core/base/assert";
import { asShapeId, type ShapeId } from "@/core/base/ids";
import type { Clock } from "@/core/base/clock";
import type { NewShape } from "@/core/board/draft";
import type { BoardPoint } from "@/core/geometry/point";
import type { Shape } from "@/core/shapes/shape";
import type { CameraState } from "../editor/camera";
import type { Editor } from "../editor/editor";
import type { NeutralScene } from "./neutral-scene";
import { toBoardShape } from "./to-board-shape";

interface SceneMove {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** What benchmarks and picture tests find in `window.__board`. Ids are those of the scene. */
export interface BoardHook {
  /** Resolves when the board can take a scene. */
  readonly ready: Promise<void>;
  /** Makes the board hold exactly this scene. `convertMs` is the time spent on turning it into our own format. */
  loadScene(scene: NeutralScene): Promise<{ readonly convertMs: number }>;
  /**
   * Like `loadScene` on an empty board, but the board takes the scene as a document that comes in one update, as a newcomer's does.
   * `convertMs` is the time spent on making that update.
   */
  loadDocument(scene: NeutralScene): Promise<{ readonly convertMs: number }>;
  shapeCount(): number;
  getShape(id: string): { readonly x: number; readonly y: number } | undefined;
  getCamera(): CameraState;
  /** Goes there at once, without animation. */
  setCamera(camera: CameraState): void;
  setTool(name: "select" | "draw"): void;
  /** Selects exactly these shapes. */
  select(ids: readonly string[]): void;
  /** Takes the moves as one message from another person, without undo history. */
  applyRemote(moves: readonly SceneMove[]): void;
  /** Every shape as plain data, in drawing order: for comparing what two people have. */
  shapes(): readonly Shape[];
  /** Equal for equal documents, whatever is seen of them. */
  fingerprint(): string;
  /** Shapes as others' gestures show them at this moment, and where they point. */
  remotePreviews(): readonly Shape[];
  remoteCursors(): readonly RemoteCursor[];
  /** Where the others type. */
  remoteCarets(): readonly RemoteCaret[];
  /** Shapes that somebody is about to erase. */
  remoteFaded(): readonly ShapeId[];
  /** How many laser pointers of others are to be seen. */
  remoteLasers(): number;
  selection(): readonly ShapeId[];
  /** Whether all that is seen is painted as it is to be: what follows in more than half a second is somebody's cursor that fades. */
  isPainted(): boolean;
  /** Whether the paper has its dots. */
  showGrid(isShown: boolean): void;
  /** Adds shapes as they are, in this order. */
  loadShapes(shapes: readonly NewShape[]): void;
}

/** A shape's new place, as another person set it. */
export interface RemoteMove {
  readonly id: ShapeId;
  readonly at: BoardPoint;
}

interface RemoteCursor {
  readonly name: string;
  readonly at: BoardPoint;
}

interface RemoteCaret {
  readonly name: string;
  readonly shape: ShapeId;
  /** UTF-16 units of the shape's text. */
  readonly head: number;
}

/** What the hook reads of the others. */
interface Presence {
  previews(): Iterable<Shape>;
  cursors(): Iterable<RemoteCursor>;
  carets(): Iterable<RemoteCaret>;
  faded(): Iterable<ShapeId>;
  lasers(): Iterable<unknown>;
}

export interface BoardHookOptions {
  readonly editor: Editor;
  readonly presence: Presence;
  readonly clock: Clock;
  readonly frames: { readonly dueIn: number };
  /** Resolves when the board is mounted. */
  readonly ready: Promise<void>;
  /**
   * Makes the moves on another copy of the document and hands the one update that comes of it to the code that handles updates
   * of others.
   */
  readonly applyRemote: (moves: readonly RemoteMove[]) => void;
  /** Makes a document of the shapes, and returns what hands it as one update to the code that handles updates of others, and resolves when it is there. */
  readonly prepareDocument: (
    shapes: readonly NewShape[],
  ) => () => Promise<void>;
  readonly fingerprint: () => string;
}

const PAINTED_MS = 500;

export function createBoardHook(options: BoardHookOptions): BoardHook {
  const { editor, presence, clock, ready, applyRemote } = options;
  const { board, camera, shapes } = editor;
  const ids = new SceneIds();
  const startOver = () => {
    const outgoing = board.inOrder().map(({ id }) => id);
    ids.startOver(outgoing);
    return outgoing;
  };
  return {
    ready,
    async loadScene(scene) {
      const startedAt = clock.now();
      const converted = scene.shapes.map(toBoardShape);
      const convertMs = clock.now() - startedAt;
      const outgoing = startOver();
      board.change("load scene", (draft) => {
        for (const id of outgoing) draft.remove(id);
        converted.forEach((shape, i) => {
          const id = ids.take(scene.shapes[i]!.id);
          draft.add({ ...shape, id });
        });
      });
      return { convertMs };
    },
    async loadDocument(scene) {
      assert(startOver().length === 0, "A document needs an empty board.");
      const startedAt = clock.now();
      const takeIn = options.prepareDocument(
        scene.shapes.map((shape) => ({
          ...toBoardShape(shape),
          id: ids.take(shape.id),
        })),
      );
      const convertMs = clock.now() - startedAt;
      await takeIn();
      return { convertMs };
    },
    shapeCount: () => board.size,
    getShape(id) {
      const at = shapes.get(ids.of(id))?.at;
      return at && { x: at.x, y: at.y };
    },
    getCamera: () => camera.state.get(),
    setCamera: (state) => camera.set(state),
    setTool: (name) => editor.setTool(name),
    select: (sceneIds) => editor.select(sceneIds.map((id) => ids.of(id))),
    applyRemote: (moves) =>
      applyRemote(
        moves.map(({ id, x, y }) => ({ id: ids.of(id), at: { x, y } })),
      ),
    shapes: () => board.inOrder(),
    fingerprint: options.fingerprint,
    remotePreviews: () => [...presence.previews()],
    remoteCursors: () => [...presence.cursors()],
    remoteCarets: () => [...presence.carets()],
    remoteFaded: () => [...presence.faded()],
    remoteLasers: () => [...presence.lasers()].length,
    selection: () => [...editor.selection.get()],
    isPainted: () => options.frames.dueIn > PAINTED_MS,
    showGrid: (isShown) => editor.isGridShown.set(isShown),
    loadShapes: (added) =>
      board.change("load shapes", (draft) => {
        for (const shape of added) draft.add(shape);
      }),
  };
}

/** The shape of each of a scene's ids. It has the same id, unless that was used up: a deleted shape keeps its own. */
class SceneIds {
  readonly #used = new Set<string>();
  readonly #shapeIds = new Map<string, ShapeId>();
  #loads = 0;

  /** Begins another scene, while the shapes `outgoing` are on the board. */
  startOver(outgoing: readonly ShapeId[]): void {
    this.#loads += 1;
    this.#shapeIds.clear();
    for (const id of outgoing) this.#used.add(id);
  }

  take(sceneId: string): ShapeId {
    const isFree = !this.#used.has(sceneId);
    const id = asShapeId(isFree ? sceneId : `${sceneId}~${this.#loads}`);
    this.#used.add(id);
    this.#shapeIds.set(sceneId, id);
    return id;
  }

  of(sceneId: string): ShapeId {
    return this.#shapeIds.get(sceneId) ?? asShapeId(sceneId);
  }
}
