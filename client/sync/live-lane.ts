import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { ShapeId } from "@/core/base/ids";
import type { Box } from "@/core/geometry/box";
import type { BoardPoint } from "@/core/geometry/point";
import { writeDraftRecord } from "@/core/protocol/draft-record";
import {
  silentLane,
  type DraftGesture,
  type EraseGesture,
  type Gesture,
  type GestureLane,
  type LaserGesture,
  type StrokeGesture,
  type StrokeStart,
  type TransformGesture,
  type TypingGesture,
} from "@/core/protocol/gesture-lane";
import {
  MAX_DRAFT_LENGTH,
  MAX_GESTURE_SHAPES,
  MAX_TEXT_PLACE_BYTES,
} from "@/core/protocol/limits";
import { encodeLiveFrames } from "@/core/protocol/live-codec";
import type {
  LiveCaret,
  LiveDraft,
  LiveEntry,
  LiveTransform,
} from "@/core/protocol/live-message";
import { isLiveId } from "@/core/protocol/live-values";
import type { Shape } from "@/core/shapes/shape";
import { inEntries } from "./in-entries";
import { OutgoingErase } from "./outgoing-erase";
import type { OutgoingGesture } from "./outgoing-gesture";
import { OutgoingLaser } from "./outgoing-laser";
import { OutgoingLatest } from "./outgoing-latest";
import { OutgoingStroke } from "./outgoing-stroke";

/** What has gathered is sent at most this often: 30 times a second, half of what the server takes. */
const SEND_INTERVAL_MS = 33;
/** A hand that is held still says so, or the others would take its preview away. */
const REPEAT_MS = 1_000;

export interface LiveLaneOptions {
  readonly clock: Clock;
  readonly send: (message: Uint8Array) => boolean;
}

/** Shows the others what this person does at this moment. What cannot be sent is forgotten: the commit tells it all. */
export class LiveLane implements GestureLane {
  readonly #options: LiveLaneOptions;
  readonly #active = new Map<number, OutgoingGesture>();
  #gestures = 0;
  #cursor: BoardPoint | undefined;
  #view: Box | undefined;
  #lastSentAt = -Infinity;
  #cancelFlush: Dispose | undefined;
  #cancelRepeat: Dispose | undefined;

  constructor(options: LiveLaneOptions) {
    this.#options = options;
  }

  moveCursor(at: BoardPoint): void {
    this.#cursor = at;
    this.#flushSoon();
  }

  /** Shows those who follow this person what they see of the board. */
  showView(box: Box): void {
    this.#view = box;
    this.#flushSoon();
  }

  beginStroke(start: StrokeStart): StrokeGesture {
    const gesture = this.#nextGesture();
    const stroke = new OutgoingStroke(gesture, start);
    return {
      ...this.#begin(gesture, stroke),
      extend: (points) => this.#change(gesture, () => stroke.extend(points)),
    };
  }

  beginDraft(shape: Shape): DraftGesture {
    const record = writeDraftRecord(shape);
    if (record.length > MAX_DRAFT_LENGTH) return silentLane.beginDraft(shape);
    const gesture = this.#nextGesture();
    const draft = new OutgoingLatest<LiveDraft>([
      { kind: "begin", gesture, what: "draft", shape: shape.id, record },
    ]);
    return {
      ...this.#begin(gesture, draft),
      dragTo: (from, to) =>
        this.#change(gesture, () =>
          draft.update({ kind: "draft", gesture, from, to }),
        ),
    };
  }

  beginTransform(ids: readonly ShapeId[], copies: boolean): TransformGesture {
    const shapes = ids.filter(isLiveId);
    if (shapes.length === 0 || shapes.length > MAX_GESTURE_SHAPES)
      return silentLane.beginTransform(ids, copies);
    const gesture = this.#nextGesture();
    const latest = new OutgoingLatest<LiveTransform>(
      inEntries(shapes).map((part) => ({
        kind: "begin",
        gesture,
        what: "transform",
        shapes: part,
        copies,
      })),
    );
    return {
      ...this.#begin(gesture, latest),
      transform: (transform) =>
        this.#change(gesture, () =>
          latest.update({ kind: "transform", gesture, transform }),
        ),
    };
  }

  beginErase(): EraseGesture {
    const gesture = this.#nextGesture();
    const erase = new OutgoingErase(gesture);
    return {
      ...this.#begin(gesture, erase),
      mark: (shapes) => this.#change(gesture, () => erase.mark(shapes)),
    };
  }

  beginLaser(): LaserGesture {
    const gesture = this.#nextGesture();
    const laser = new OutgoingLaser(gesture);
    return {
      ...this.#begin(gesture, laser),
      extend: (points) => this.#change(gesture, () => laser.extend(points)),
    };
  }

  beginTyping(shape: ShapeId): TypingGesture {
    if (!isLiveId(shape)) return silentLane.beginTyping(shape);
    const gesture = this.#nextGesture();
    const caret = new OutgoingLatest<LiveCaret>([
      { kind: "begin", gesture, what: "typing", shape },
    ]);
    return {
      ...this.#begin(gesture, caret),
      moveCaret: ({ anchor, head }) => {
        const bytes = Math.max(anchor.byteLength, head.byteLength);
        if (bytes > MAX_TEXT_PLACE_BYTES) return;
        this.#change(gesture, () =>
          caret.update({ kind: "caret", gesture, anchor, head }),
        );
      },
    };
  }

  /** A new connection: the others there have not seen what is under way. */
  connected(): void {
    for (const outgoing of this.#active.values()) {
      outgoing.restart();
      this.#send(outgoing.begins);
    }
    this.#flushSoon();
  }

  dispose(): void {
    this.#cancelFlush?.();
    this.#cancelRepeat?.();
  }

  #nextGesture(): number {
    this.#gestures += 1;
    return this.#gestures;
  }

  /** Announces the gesture, and gives the ways in which it ends. */
  #begin(gesture: number, outgoing: OutgoingGesture): Gesture {
    this.#active.set(gesture, outgoing);
    this.#send(outgoing.begins);
    this.#cancelRepeat ??= this.#options.clock.every(REPEAT_MS, () =>
      this.#repeat(),
    );
    return {
      end: () => this.#finish(gesture, "end"),
      cancel: () => this.#finish(gesture, "cancel"),
    };
  }

  /** Takes a change of a gesture, unless it is over. */
  #change(gesture: number, change: () => void): void {
    if (!this.#active.has(gesture)) return;
    change();
    this.#flushSoon();
  }

  #finish(gesture: number, kind: "end" | "cancel"): void {
    const outgoing = this.#active.get(gesture);
    if (!outgoing) return;
    this.#active.delete(gesture);
    const last = kind === "end" ? outgoing.lastUpdates?.() : undefined;
    this.#send([...(last ?? []), { kind, gesture }]);
    if (this.#active.size > 0) return;
    this.#cancelRepeat?.();
    this.#cancelRepeat = undefined;
  }

  #repeat(): void {
    for (const outgoing of this.#active.values()) outgoing.repeat();
    this.#flushSoon();
  }

  #flushSoon(): void {
    if (this.#cancelFlush) return;
    const { clock } = this.#options;
    const delay = Math.max(
      0,
      this.#lastSentAt + SEND_INTERVAL_MS - clock.now(),
    );
    this.#cancelFlush = clock.after(delay, () => {
      this.#cancelFlush = undefined;
      this.#flush();
    });
  }

  #flush(): void {
    this.#lastSentAt = this.#options.clock.now();
    const entries: LiveEntry[] = [];
    for (const outgoing of this.#active.values())
      entries.push(...outgoing.takeUpdates());
    if (this.#cursor) entries.push({ kind: "cursor", at: this.#cursor });
    this.#cursor = undefined;
    if (this.#view) entries.push({ kind: "viewport", box: this.#view });
    this.#view = undefined;
    this.#send(entries);
  }

  #send(entries: readonly LiveEntry[]): void {
    for (const frame of encodeLiveFrames(entries)) this.#options.send(frame);
  }
}
