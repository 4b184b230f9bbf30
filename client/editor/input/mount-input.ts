import type { Clock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import { screenPoint } from "@/core/geometry/point";
import type { Editor } from "../editor";
import { openContextMenu } from "../open-context-menu";
import { followCursor } from "./canvas-cursor";
import { KeyRouter } from "./key-router";
import { MoveQueue } from "./move-queue";
import { readContact } from "./pointer-contact";
import { PointerRouter } from "./pointer-router";
import { ownsKeys } from "./typing-target";
import { applyWheel } from "./wheel-step";

/** A pointer that is not heard of for so long has come to rest, and will not get where it was predicted; milliseconds. */
const PREDICTION_MS = 50;

/** Steps that are taken once a frame, before anything is painted. The renderer's frame loop fits. */
export interface InputFrames {
  beforePaint(step: () => void): Dispose;
  /** Asks for a frame. */
  wake(): void;
}

export interface InputOptions {
  /** The element that the canvases lie in, without anything else. Gets the focus when it is pressed. */
  readonly host: HTMLElement;
  readonly editor: Editor;
  readonly frames: InputFrames;
  readonly clock: Clock;
}

/**
 * Turns pointers and the wheel over `host`, and the keys of its window, into what the editor does. Ends with the returned
 * function, which gives up a gesture under way.
 */
export function mountInput(options: InputOptions): Dispose {
  const { host, editor, frames, clock } = options;
  const pointers = new PointerRouter(editor, clock);
  const ends = new Disposables();
  let cancelExpiry: Dispose = () => {};
  const moves = new MoveQueue((contact) => {
    cancelExpiry();
    if (contact.predicted.length > 0)
      cancelExpiry = clock.after(PREDICTION_MS, expirePrediction);
    pointers.move(contact);
  });
  const expirePrediction = () => {
    if (pointers.mode.get().kind !== "tool") return;
    moves.repeatLast();
    frames.wake();
  };
  ends.add(() => cancelExpiry());

  prepare(host);
  ends.add(followCursor(host, editor, pointers));
  ends.add(watchCoarsePointer(options));
  ends.add(frames.beforePaint(() => moves.flush()));
  ends.add(() => pointers.cancelAll());
  ends.add(listenToPointers(options, pointers, moves));
  ends.add(listenToWheel(options, moves));
  ends.add(listenToWindow(options, pointers, moves));
  return () => ends.dispose();
}

/** Takes from the browser what it would do with the fingers and the mouse by itself. */
function prepare(host: HTMLElement): void {
  host.tabIndex = -1;
  host.style.outline = "none";
  host.style.touchAction = "none";
  host.style.userSelect = "none";
  host.style.setProperty("-webkit-user-select", "none");
  host.style.setProperty("-webkit-touch-callout", "none");
}

function watchCoarsePointer({ host, editor }: InputOptions): Dispose {
  const query = host.ownerDocument.defaultView?.matchMedia("(pointer: coarse)");
  const read = () => editor.hasCoarsePointer.set(query?.matches === true);
  read();
  query?.addEventListener("change", read);
  return () => query?.removeEventListener("change", read);
}

function listenToPointers(
  { host, editor, frames }: InputOptions,
  pointers: PointerRouter,
  moves: MoveQueue,
): Dispose {
  const ending = new AbortController();
  const { signal } = ending;
  const contactOf = (event: PointerEvent) =>
    readContact(event, host.getBoundingClientRect());
  const lose = ({ pointerId }: PointerEvent) => {
    moves.drop(pointerId);
    pointers.cancel(pointerId);
  };
  host.addEventListener(
    "pointerdown",
    (event) => {
      host.focus({ preventScroll: true });
      host.setPointerCapture(event.pointerId);
      moves.flush();
      pointers.down(contactOf(event));
    },
    { signal },
  );
  host.addEventListener(
    "pointermove",
    (event) => {
      moves.push(contactOf(event));
      frames.wake();
    },
    { signal },
  );
  host.addEventListener(
    "pointerup",
    (event) => {
      moves.flush();
      pointers.up(contactOf(event));
    },
    { signal },
  );
  host.addEventListener("pointerleave", () => editor.pointer.set(undefined), {
    signal,
  });
  host.addEventListener("pointercancel", lose, { signal });
  host.addEventListener(
    "touchend",
    (event) => {
      // What a browser makes of a finger that is lifted, for pages that know only the mouse, would press the board anew: it closes the
      // menu that a long press has opened.
      if (event.cancelable && !ownsKeys(event.target)) event.preventDefault();
    },
    { signal, passive: false },
  );
  // Comes after every pointerup too, when there is nothing left to lose.
  host.addEventListener("lostpointercapture", lose, { signal });
  host.addEventListener(
    "contextmenu",
    (event) => {
      event.preventDefault();
      // A long press of a finger is noticed by the router, which knows whether it has drawn.
      if (event.pointerType === "touch") return;
      const { left, top } = host.getBoundingClientRect();
      const at = screenPoint(event.clientX - left, event.clientY - top);
      openContextMenu(editor, at);
    },
    { signal },
  );
  return () => ending.abort();
}

function listenToWheel(
  { host, editor, frames }: InputOptions,
  moves: MoveQueue,
): Dispose {
  const turn = (event: WheelEvent) => {
    event.preventDefault();
    moves.flush();
    const { left, top } = host.getBoundingClientRect();
    const point = screenPoint(event.clientX - left, event.clientY - top);
    applyWheel(editor.camera, event, point);
    moves.repeatLast();
    frames.wake();
  };
  // Browsers assume passive wheel listeners where they can, and those cannot keep the page from zooming.
  host.addEventListener("wheel", turn, { passive: false });
  return () => host.removeEventListener("wheel", turn);
}

function listenToWindow(
  { host, editor }: InputOptions,
  pointers: PointerRouter,
  moves: MoveQueue,
): Dispose {
  const ending = new AbortController();
  const { signal } = ending;
  const keys = new KeyRouter(editor, pointers);
  const view = host.ownerDocument.defaultView;

  view?.addEventListener(
    "keydown",
    (event) => {
      moves.flush();
      keys.down(event);
    },
    { signal },
  );
  view?.addEventListener("keyup", (event) => keys.up(event), { signal });
  view?.addEventListener(
    "blur",
    () => {
      pointers.panWithMain.set(false);
      pointers.cancelAll();
    },
    { signal },
  );
  return () => ending.abort();
}
