import { unreachable } from "@/core/base/assert";
import type { Clock } from "@/core/base/clock";
import type { ShapeId } from "@/core/base/ids";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { Shape } from "@/core/shapes/shape";
import { RemoteDraft } from "./remote-draft";
import { RemoteErase } from "./remote-erase";
import type { RemoteGesture } from "./remote-gesture";
import { RemoteLaser } from "./remote-laser";
import { RemoteStroke } from "./remote-stroke";
import { RemoteTransform } from "./remote-transform";
import { RemoteTyping } from "./remote-typing";

export interface RemoteGestureContext {
  /** Tells the gestures of a moment apart. */
  readonly key: string;
  /** Of its maker: `#rrggbb`. */
  readonly colour: string;
  readonly clock: Clock;
  readonly shapeOf: (id: ShapeId) => Shape | undefined;
}

/** The gesture that somebody has begun. */
export function makeRemoteGesture(
  begin: LiveBegin,
  { key, colour, clock, shapeOf }: RemoteGestureContext,
): RemoteGesture {
  switch (begin.what) {
    case "ink":
    case "highlight":
      return new RemoteStroke(begin);
    case "draft":
      return new RemoteDraft(begin);
    case "transform":
      return new RemoteTransform({ begin, key, shapeOf });
    case "erase":
      return new RemoteErase();
    case "laser":
      return new RemoteLaser(clock, colour);
    case "typing":
      return new RemoteTyping(begin);
    default:
      return unreachable(begin);
  }
}
