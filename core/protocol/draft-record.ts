import type { ShapeId } from "../base/ids";
import { readShape, storedProperties } from "../board/shape-record";
import type { Shape } from "../shapes/shape";

/** How a shape looks that is going to be made, as a JSON object for a `begin`: its record, without what shows nowhere. */
export function writeDraftRecord(shape: Shape): string {
  const visible = { ...shape, author: undefined };
  return JSON.stringify(storedProperties(visible));
}

/** The shape in the JSON object of a `begin`; undefined when this version cannot show it. */
export function readDraftRecord(
  id: ShapeId,
  record: string,
): Shape | undefined {
  const values: unknown = JSON.parse(record);
  if (typeof values !== "object" || values === null) return undefined;
  const shape = readShape(id, new Map(Object.entries(values)), () => "");
  return typeof shape === "string" ? undefined : shape;
}
