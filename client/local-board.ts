import { systemClock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import { asUserId } from "@/core/base/ids";
import { systemRandom } from "@/core/base/random";
import { createStore, type WritableStore } from "@/core/base/store";
import { Board } from "@/core/board/board";
import { silentLane, type GestureLane } from "@/core/protocol/gesture-lane";
import { browserStorage, requestBrowserFrame } from "./browser";
import { Editor } from "./editor/editor";
import { allCommands } from "./editor/commands/all-commands";
import { mountInput } from "./editor/input/mount-input";
import { mountTextBox } from "./editor/text/mount-text-box";
import { offerHook } from "./offer-hook";
import { FrameLoop } from "./renderer/frame-loop";
import { mountRenderer, type PlacedLayer } from "./renderer/mount-renderer";
import { nobody, type RemotePresence } from "./renderer/remote-presence";
import { offerSeldomLayers } from "./renderer/seldom-layers";
import { createDocument, fingerprintOf } from "./sync/document";
import { lateTools, loadTools } from "./tools/late-tools";
import { mountClipboard } from "./transfer/mount-clipboard";

/** Names for what the client itself puts on the page, in the visitor's language. */
export interface BoardLabels {
  /** The field in which a text of the board is edited. */
  readonly text: string;
}

/** A board on a page. Disposing of it ends everything it began. */
export interface LocalBoard {
  readonly editor: Editor;
  /** Mounts canvases and input into `host`, until the returned function is called. */
  attach(host: HTMLElement, labels: BoardLabels): Dispose;
  dispose(): void;
}

/** A board, and what others can add to its picture. */
export interface OpenBoard extends LocalBoard {
  readonly frames: FrameLoop;
  readonly lateLayers: WritableStore<readonly PlacedLayer[]>;
}

interface OpenLocallyOptions {
  readonly board: Board;
  readonly lane: GestureLane;
  readonly presence: RemotePresence;
  /** Whether the page offers `window.__board`. */
  readonly bench: boolean;
}

/** Makes the editor of a board, and what shows it on a page. */
export function openLocally({
  board,
  lane,
  presence,
  bench,
}: OpenLocallyOptions): OpenBoard {
  const ends = new Disposables();
  const editor = new Editor({
    board,
    tools: lateTools,
    firstTool: "draw",
    commands: allCommands,
    lane,
    random: systemRandom,
    clock: systemClock,
  });
  ends.add(() => editor.dispose());
  const frames = new FrameLoop(requestBrowserFrame, systemClock);
  const lateLayers = createStore<readonly PlacedLayer[]>([]);
  ends.add(
    offerSeldomLayers({
      scene: editor,
      presence,
      clock: systemClock,
      lateLayers,
    }),
  );
  let reportMounted = () => {};
  const ready = new Promise<void>((resolve) => (reportMounted = resolve));
  if (bench)
    ends.add(
      offerHook({
        editor,
        presence,
        frames,
        clock: systemClock,
        ready,
        fingerprint: () => fingerprintOf(board.doc),
      }),
    );
  return {
    editor,
    frames,
    lateLayers,
    attach(host, labels) {
      const clock = systemClock;
      const unmount = new Disposables();
      unmount.add(
        mountRenderer({
          host,
          camera: editor.camera,
          scene: editor,
          presence,
          frames,
          clock,
          lateLayers,
        }),
      );
      unmount.add(mountInput({ host, editor, frames, clock }));
      for (const sign of ["pointermove", "pointerdown", "keydown"])
        host.ownerDocument.addEventListener(sign, () => void loadTools(), {
          once: true,
        });
      unmount.add(mountTextBox({ host, editor, label: labels.text }));
      unmount.add(
        mountClipboard({ editor, view: window, storage: browserStorage() }),
      );
      reportMounted();
      return () => unmount.dispose();
    },
    dispose: () => ends.dispose(),
  };
}

/** A board without a network, for measurements. It always offers `window.__board`. */
export function createBenchClient(): LocalBoard {
  const board = new Board(createDocument(), {
    user: asUserId("bench"),
    clock: systemClock,
    random: systemRandom,
  });
  const local = openLocally({
    board,
    lane: silentLane,
    presence: nobody,
    bench: true,
  });
  return {
    ...local,
    dispose() {
      local.dispose();
      board.dispose();
    },
  };
}
