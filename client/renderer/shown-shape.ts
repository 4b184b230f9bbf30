import type { ShapeId } from "@/core/base/ids";
import type { Shape } from "@/core/shapes/shape";
import { nobody, type RemotePresence } from "./remote-presence";
import type { Scene } from "./scene";

/** A shape as it is seen: as somebody's gesture shows it, else as it stands on the board. Undefined when it is not seen at all. */
export function shownShape(
  { shapes, preview }: Pick<Scene, "shapes" | "preview">,
  id: ShapeId,
  presence: RemotePresence = nobody,
): Shape | undefined {
  const own = preview.get()?.shapes.find((shape) => shape.id === id);
  if (own) return own;
  for (const shape of presence.previews()) if (shape.id === id) return shape;
  return shapes.get(id);
}
