import * as Y from "yjs";

import { Editor } from "@/client/editor/editor";
import { lifting } from "@/client/editor/preview";
import { requestBrowserFrame } from "@/client/browser";
import { FrameLoop } from "@/client/renderer/frame-loop";
import { mountRenderer } from "@/client/renderer/mount-renderer";
import { pictureMaker } from "@/client/renderer/offscreen-picture";
import { paintShapes } from "@/client/renderer/paint-shapes";
import { nobody } from "@/client/renderer/remote-presence";
import { GROUND_COLOUR } from "@/client/renderer/sheet-colours";
import { themeOf, watchTheme } from "@/client/renderer/theme";
import { onWholePixels, visibleBox, type View } from "@/client/renderer/view";
import { tools } from "@/client/tools/tools";
import { systemClock, type Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { asUserId } from "@/core/base/ids";
import { systemRandom } from "@/core/base/random";
import { createStore } from "@/core/base/store";
import { Board } from "@/core/board/board";
import { silentLane } from "@/core/protocol/gesture-lane";
import type { Theme } from "@/core/shapes/paint-context";
import { referenceBoard } from "./reference-board";

/** CSS pixels of one step of a pan; no whole number of device pixels. */
const STEP = { x: 61.3, y: 24.7 };
const STEPS = 4;
/** Board units that shapes are moved by. */
const SHIFT = 13.7;
/** Of the shapes in view every so-manieth is worked on. */
const EVERY = 3;

interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

// What the renderer still waits for: frames and alarms.
const waiting = new Set<object>();

/** Calls `start` with what is to be called later, and counts it until then. */
function counted(
  start: (callback: () => void) => Dispose,
  callback: () => void,
): Dispose {
  const token = {};
  waiting.add(token);
  const cancel = start(() => {
    waiting.delete(token);
    callback();
  });
  return () => {
    waiting.delete(token);
    cancel();
  };
}

const clock: Clock = {
  ...systemClock,
  after: (delay, callback) =>
    counted((call) => systemClock.after(delay, call), callback),
};

const host = document.querySelector("main")!;
const board = new Board(new Y.Doc(), {
  user: asUserId("ada"),
  clock,
  random: systemRandom,
});
const editor = new Editor({
  board,
  tools,
  firstTool: "select",
  commands: [],
  lane: silentLane,
  random: systemRandom,
  clock,
});
editor.isGridShown.set(false);
const mount = (): Dispose =>
  mountRenderer({
    host,
    camera: editor.camera,
    scene: editor,
    presence: nobody,
    frames: new FrameLoop(
      (callback) => counted(requestBrowserFrame, callback),
      clock,
    ),
    clock,
    lateLayers: createStore([]),
  });
let unmount = mount();
board.change("load", (draft) => {
  for (const shape of referenceBoard()) draft.add(shape);
});

const nextFrame = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Resolves when everything is painted. */
async function rest(): Promise<void> {
  do await nextFrame();
  while (waiting.size > 0);
}

let heardTheme = themeOf(window);
watchTheme(window, () => {
  heardTheme = themeOf(window);
});

/** Resolves when everything is painted in that theme: the page may hear of a theme some frames after it was set. */
async function restIn(theme: Theme): Promise<void> {
  while (heardTheme !== theme) await nextFrame();
  await rest();
}

/** Comes to a place as a hand does: from another zoom, and by steps that find a part of the pictures there already. Resolves at rest. */
async function travelTo({ x, y, zoom }: Camera): Promise<void> {
  const { camera } = editor;
  camera.set({
    x: x - (STEPS * STEP.x) / zoom,
    y: y - (STEPS * STEP.y) / zoom,
    zoom: zoom * 1.3,
  });
  await rest();
  camera.set({ ...camera.state.get(), zoom });
  for (let i = 0; i < STEPS; i++) {
    camera.panBy(-STEP.x, -STEP.y);
    await nextFrame();
  }
  await rest();
}

/** Moves some of what is in view, removes it, brings it back, and takes hold of it without moving it. Resolves at rest. */
async function workOn(): Promise<void> {
  const touched = editor.shapes
    .shapesIn(editor.camera.visibleBox())
    .filter((_, i) => i % EVERY === 0);
  board.change("move", (draft) => {
    for (const { id, at } of touched)
      draft.set(id, { at: { x: at.x + SHIFT, y: at.y - SHIFT } });
  });
  await nextFrame();
  board.change("remove", (draft) => {
    for (const { id } of touched) draft.remove(id);
  });
  await nextFrame();
  board.history.undo();
  await nextFrame();
  const ids = new Set(touched.map(({ id }) => id));
  editor.preview.set(lifting(ids, editor.shapes.inOrder(ids)));
  await nextFrame();
  editor.preview.set(undefined);
  await rest();
}

/** Forgets every picture, and paints all that is in view anew. Resolves at rest. */
async function startOver(): Promise<void> {
  unmount();
  unmount = mount();
  await rest();
}

/** What the window shows of the board, painted on one sheet: the address of a PNG. */
function paintedAtOnce(): string {
  const view: View = onWholePixels({
    camera: editor.camera.state.get(),
    width: host.clientWidth,
    height: host.clientHeight,
    pixelRatio: devicePixelRatio,
    theme: themeOf(window),
    reducedMotion: false,
    coarse: false,
  });
  const canvas = document.createElement("canvas");
  canvas.width = view.width * view.pixelRatio;
  canvas.height = view.height * view.pixelRatio;
  const { image, surface } = pictureMaker(document)(
    canvas.width,
    canvas.height,
  );
  paintShapes(
    {
      shapes: editor.shapes.shapesIn(visibleBox(view)),
      framesOf: ({ id }) => editor.shapes.framesOf(id),
      lookOf: () => undefined,
    },
    surface,
    view,
  );
  const paper = canvas.getContext("2d")!;
  paper.fillStyle = GROUND_COLOUR[view.theme];
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0);
  return canvas.toDataURL("image/png");
}

const picturePage = { travelTo, workOn, restIn, startOver, paintedAtOnce };

declare global {
  interface Window {
    readonly picturePage: typeof picturePage;
  }
}

Object.assign(window, { picturePage });
