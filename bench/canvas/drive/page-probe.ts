/** What the benchmark puts into each page before the page's own code, as `window.__probe`. */
export interface PageProbe {
  /** Callbacks of animation frames that the page's own code had so far. */
  callbacks(): number;
  /** Begins to note frames. */
  startFrames(): void;
  /** The moments of the frames since `startFrames`; milliseconds. */
  stopFrames(): number[];
  /** Resolves after so many frames. */
  frames(count: number): Promise<void>;
  /** Begins to move `shapes` as others would: `perSecond` messages of one move each, or as many as the page has time for. */
  startRemote(shapes: readonly Home[], perSecond: number): void;
  /** Ends it. Returns how many messages there were. */
  stopRemote(): number;
}

interface Home {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

declare global {
  interface Window {
    __probe: PageProbe;
  }
}

/** Sets `window.__probe`. Runs in the page, and so must not use anything outside itself. */
export function installProbe(): void {
  const nextFrame = window.requestAnimationFrame.bind(window);
  let callbacks = 0;
  let frames: number[] = [];
  let asked = 0;
  let sent = 0;
  let timer = 0;
  window.requestAnimationFrame = (callback) =>
    nextFrame((time) => {
      callbacks += 1;
      callback(time);
    });
  const note = (time: number) => {
    frames.push(time);
    asked = nextFrame(note);
  };
  window.__probe = {
    callbacks: () => callbacks,
    startFrames() {
      frames = [];
      asked = nextFrame(note);
    },
    stopFrames() {
      cancelAnimationFrame(asked);
      return frames;
    },
    frames: (count) =>
      new Promise((resolve) => {
        const next = (left: number) =>
          left === 0 ? resolve() : void nextFrame(() => next(left - 1));
        next(count);
      }),
    startRemote(shapes, perSecond) {
      const board = window.__board!;
      const startedAt = performance.now();
      sent = 0;
      timer = window.setInterval(() => {
        const due = ((performance.now() - startedAt) * perSecond) / 1_000;
        // Not more at once: a page that cannot keep up still gets to paint.
        const end = Math.min(due, sent + 20);
        for (; sent < end; sent++) {
          const { id, x, y } = shapes[(sent * 7) % shapes.length]!;
          const angle = sent / 9;
          board.applyRemote([
            { id, x: x + 20 * Math.cos(angle), y: y + 20 * Math.sin(angle) },
          ]);
        }
      }, 5);
    },
    stopRemote() {
      clearInterval(timer);
      return sent;
    },
  };
}
