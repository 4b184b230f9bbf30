/** What the help sheet says of pointers, in its order; the names are those of the messages. */
export const MOUSE_GESTURES = [
  "wheel",
  "wheelSideways",
  "wheelZoom",
  "drag",
  "ratio",
  "centre",
  "free",
  "copy",
  "edit",
  "menu",
] as const;

export const FINGER_GESTURES = [
  "oneFinger",
  "twoFingers",
  "pen",
  "twoFingerTap",
  "threeFingerTap",
  "longPress",
] as const;
