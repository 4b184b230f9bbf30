import { screenPoint, type ScreenPoint } from "@/core/geometry/point";
import type { PointerDevice } from "../tool-state";

/** Something that touches or hovers over the canvas: a mouse, a pen, one finger. */
export interface PointerContact {
  /** Tells the contacts of one moment apart. */
  readonly id: number;
  readonly device: PointerDevice;
  readonly button: "main" | "middle" | "other";
  readonly shift: boolean;
  readonly alt: boolean;
  readonly mod: boolean;
  /** When it was so, however late it is handled; milliseconds. */
  readonly time: number;
  /** Where it went since it was last heard of, oldest first; at least one. */
  readonly samples: readonly ContactSample[];
  /** Where the browser expects it next, the nearest first; none where it expects nothing. */
  readonly predicted: readonly ContactSample[];
}

export interface ContactSample {
  readonly screen: ScreenPoint;
  /** 0 to 1. */
  readonly pressure: number;
  /** How a pen is held: degrees from upright along x and along y. Absent for one that cannot tell, or is upright. */
  readonly tilt?: readonly [x: number, y: number];
}

/** Reads a browser's event, with the places that it stands for. `canvas` is where the canvas lies in the window. */
export function readContact(
  event: PointerEvent,
  canvas: { readonly left: number; readonly top: number },
): PointerContact {
  const toSample = (sample: PointerEvent): ContactSample => ({
    screen: screenPoint(
      sample.clientX - canvas.left,
      sample.clientY - canvas.top,
    ),
    pressure: sample.pressure,
    ...(sample.tiltX || sample.tiltY
      ? { tilt: [sample.tiltX, sample.tiltY] as const }
      : {}),
  });
  return {
    id: event.pointerId,
    device: deviceOf(event.pointerType),
    button: buttonOf(event.button),
    shift: event.shiftKey,
    alt: event.altKey,
    mod: event.ctrlKey || event.metaKey,
    time: event.timeStamp,
    samples: coalesced(event).map(toSample),
    predicted: predicted(event).map(toSample),
  };
}

export const lastSample = ({ samples }: PointerContact): ContactSample =>
  samples[samples.length - 1]!;

/** A pen reports its place several times a frame; the browser hands them on as one event. */
function coalesced(event: PointerEvent): readonly PointerEvent[] {
  // Missing in older Safari, and empty for events that are no moves.
  const events = event.getCoalescedEvents?.() ?? [];
  return events.length > 0 ? events : [event];
}

/** Nothing is drawn ahead of a pointer that only hovers. */
function predicted(event: PointerEvent): readonly PointerEvent[] {
  if (event.type !== "pointermove" || event.buttons === 0) return [];
  // Missing in Firefox and older Safari.
  return event.getPredictedEvents?.() ?? [];
}

const deviceOf = (pointerType: string): PointerDevice =>
  pointerType === "pen" || pointerType === "touch" ? pointerType : "mouse";

function buttonOf(button: number): PointerContact["button"] {
  if (button === 0) return "main";
  return button === 1 ? "middle" : "other";
}
