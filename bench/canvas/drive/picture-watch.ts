import { setTimeout as sleep } from "node:timers/promises";
import type { CDPSession } from "@playwright/test";
import type { Tab } from "./tab";

/** When the picture on the screen changed; milliseconds since 1970. */
export interface PictureTimes {
  readonly first: number;
  /** After this nothing changed any more. */
  readonly complete: number;
}

/** So long nothing may change, while the page answers, until the picture counts as complete; milliseconds. */
const QUIET_MS = 600;
const LIMIT_MS = 60_000;

/** Watches what the browser shows, whatever the page makes it of: the frames in which it changes, as a film of the page has them. */
export class PictureWatch {
  readonly #tab: Tab;
  readonly #devTools: CDPSession;
  readonly #changes: number[] = [];
  #picture = "";

  static async start(tab: Tab): Promise<PictureWatch> {
    const watch = new PictureWatch(
      tab,
      await tab.page.context().newCDPSession(tab.page),
    );
    await watch.#begin();
    return watch;
  }

  private constructor(tab: Tab, devTools: CDPSession) {
    this.#tab = tab;
    this.#devTools = devTools;
  }

  async #begin(): Promise<void> {
    this.#devTools.on("Page.screencastFrame", (frame) => {
      void this.#devTools
        .send("Page.screencastFrameAck", { sessionId: frame.sessionId })
        .catch(() => {});
      if (frame.data === this.#picture) return;
      this.#picture = frame.data;
      this.#changes.push((frame.metadata.timestamp ?? NaN) * 1_000);
    });
    await this.#devTools.send("Page.startScreencast", {
      format: "jpeg",
      quality: 60,
      maxWidth: 640,
      maxHeight: 400,
    });
    await this.#quiet(performance.now());
    this.#changes.length = 0;
  }

  /**
   * Resolves once the picture has come to rest, and ends the watch. Undefined when that takes too long, or nothing has changed.
   *
   * @param since Changes before this moment do not count; milliseconds since 1970.
   */
  async complete(since: number): Promise<PictureTimes | undefined> {
    const isQuiet = await this.#quiet(performance.now());
    await this.#devTools.detach();
    const changes = this.#changes.filter((time) => time >= since);
    const [first] = changes;
    if (!isQuiet || first === undefined) return undefined;
    return { first, complete: changes.at(-1)! };
  }

  async #quiet(startedAt: number): Promise<boolean> {
    for (;;) {
      const count = this.#changes.length;
      // A page that is busy does not answer, and has not come to rest.
      await this.#tab.page.evaluate(() => window.__probe.frames(2));
      await sleep(QUIET_MS);
      await this.#tab.page.evaluate(() => window.__probe.frames(2));
      if (this.#changes.length === count) return true;
      if (performance.now() - startedAt > LIMIT_MS) return false;
    }
  }
}
