import type { ShapeId } from "@/core/base/ids";
import { readDraftRecord } from "@/core/protocol/draft-record";
import { PREVIEW_TIMEOUT_MS } from "@/core/protocol/limits";
import type { BeginDraft, LiveBegin } from "@/core/protocol/live-begin";
import type { LiveDraft, LiveUpdate } from "@/core/protocol/live-message";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { RemoteGesture } from "./remote-gesture";

/** A shape that somebody else is dragging out. */
export class RemoteDraft implements RemoteGesture {
  readonly patience = PREVIEW_TIMEOUT_MS;
  readonly makes: ShapeId;
  readonly #look: Shape | undefined;
  #last: LiveDraft | undefined;
  #previews: readonly Shape[] = [];

  constructor({ shape, record }: BeginDraft) {
    this.makes = shape;
    this.#look = readDraftRecord(shape, record);
  }

  receive(entry: LiveBegin | LiveUpdate): boolean {
    if (entry.kind !== "draft" || isSame(entry, this.#last)) return false;
    this.#last = entry;
    const shape = this.#look && draggedOut(this.#look, entry);
    if (!shape) return false;
    this.#previews = [shape];
    return true;
  }

  previews(): readonly Shape[] {
    return this.#previews;
  }
}

function draggedOut(look: Shape, { from, to }: LiveDraft): Shape | undefined {
  const form = kindOf(look).dragOut?.(from, to);
  return form && { ...look, ...form };
}

const isSame = (a: LiveDraft, b: LiveDraft | undefined): boolean =>
  a.from.x === b?.from.x &&
  a.from.y === b.from.y &&
  a.to.x === b.to.x &&
  a.to.y === b.to.y;
