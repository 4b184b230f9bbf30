import type { ShapeId } from "@/core/base/ids";
import { MAX_ENTRY_SHAPES } from "@/core/protocol/limits";

/** The ids in as many parts as it takes to name them in live entries. */
export function inEntries(ids: readonly ShapeId[]): ShapeId[][] {
  const parts: ShapeId[][] = [];
  for (let i = 0; i < ids.length; i += MAX_ENTRY_SHAPES)
    parts.push(ids.slice(i, i + MAX_ENTRY_SHAPES));
  return parts;
}
