import type { Page } from "@playwright/test";

/** What a page does to be seen. */
export interface PageWork {
  /** How many animation frames it asked for. */
  readonly frames: number;
  /** How often React changed the page. */
  readonly commits: number;
  /** How often something was painted on each canvas that it shows, by its layer, and on its pictures of parts of the board: `offscreen`. */
  readonly paints: Readonly<Record<string, number>>;
}

declare global {
  interface Window {
    readonly pageWork: {
      /** Tells what was done since it was last asked. */
      take(): PageWork;
      /** Resolves after so many frames in a row in which the page itself asked for none. */
      rest(quietFrames: number): Promise<void>;
    };
  }
}

/** A frame after the last one that was asked for, everything is painted. */
const QUIET_FRAMES = 2;

/** Has the page count its work, from the next address that it opens on. Not undone after: for a tab of the test's own. */
export async function countWork(page: Page): Promise<void> {
  await page.addInitScript(count);
}

/** What the page did since it was last asked, once it asks for no more frames. */
export const takeWork = (
  page: Page,
  quietFrames = QUIET_FRAMES,
): Promise<PageWork> =>
  page.evaluate(async (quiet) => {
    await window.pageWork.rest(quiet);
    return window.pageWork.take();
  }, quietFrames);

function count(): void {
  let frames = 0;
  let commits = 0;
  let paints: Record<string, number> = {};

  const requestFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    frames += 1;
    return requestFrame(callback);
  };

  // React takes this for its developer tools, and tells them of every commit.
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      isDisabled: false,
      inject: () => 1,
      onCommitFiberRoot: () => (commits += 1),
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
      checkDCE: () => {},
    },
  });

  type Method = (this: { canvas: object }, ...args: unknown[]) => unknown;
  for (const { prototype } of [
    CanvasRenderingContext2D,
    OffscreenCanvasRenderingContext2D,
  ]) {
    const methods = prototype as unknown as Record<string, Method>;
    for (const name of [
      "clearRect",
      "drawImage",
      "fill",
      "fillRect",
      "fillText",
      "putImageData",
      "stroke",
      "strokeRect",
      "strokeText",
    ]) {
      const paint = methods[name]!;
      methods[name] = function (...args) {
        const canvas = nameOf(this.canvas);
        if (canvas) paints[canvas] = (paints[canvas] ?? 0) + 1;
        return paint.apply(this, args);
      };
    }
  }

  const nameOf = (canvas: object): string | undefined =>
    canvas instanceof HTMLCanvasElement ? canvas.dataset["layer"] : "offscreen";

  const take = (): PageWork => {
    const work = { frames, commits, paints };
    frames = commits = 0;
    paints = {};
    return work;
  };
  const rest = (quietFrames: number) =>
    new Promise<void>((resolve) => {
      let known = frames;
      let quiet = 0;
      const look = () => {
        quiet = frames === known ? quiet + 1 : 0;
        known = frames;
        if (quiet === quietFrames) resolve();
        else requestFrame(look);
      };
      requestFrame(look);
    });
  Object.assign(window, { pageWork: { take, rest } });
}
