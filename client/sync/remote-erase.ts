import type { ShapeId } from "@/core/base/ids";
import { PREVIEW_TIMEOUT_MS } from "@/core/protocol/limits";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveUpdate } from "@/core/protocol/live-message";
import type { RemoteGesture } from "./remote-gesture";

/** Shapes that somebody else's eraser has touched. */
export class RemoteErase implements RemoteGesture {
  readonly patience = PREVIEW_TIMEOUT_MS;
  readonly #marked = new Set<ShapeId>();

  receive(entry: LiveBegin | LiveUpdate): boolean {
    if (entry.kind !== "erase") return false;
    const before = this.#marked.size;
    for (const id of entry.shapes) this.#marked.add(id);
    return this.#marked.size > before;
  }

  faded(): Iterable<ShapeId> {
    return this.#marked;
  }
}
