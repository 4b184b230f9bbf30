import type { Clock } from "@/core/base/clock";
import { Disposables, type Dispose } from "@/core/base/disposable";
import type { ClientControl } from "@/core/protocol/control-message";
import {
  MAX_SHOWN_SELECTION,
  PRESENCE_INTERVAL_MS,
} from "@/core/protocol/limits";
import { isLiveId } from "@/core/protocol/live-values";
import type { Editor } from "../editor/editor";
import { PacedSender } from "./paced-sender";

/** Whoever has not touched the page for this long counts as idle; milliseconds. */
const IDLE_AFTER_MS = 60_000;
/** Signs that somebody is at the page. */
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel"] as const;

/** The part of a browser's document that tells whether somebody is there. */
export interface WatchedPage {
  readonly visibilityState: string;
  addEventListener(
    type: string,
    listener: () => void,
    options?: { signal?: AbortSignal; capture?: boolean; passive?: boolean },
  ): void;
}

export interface OwnActivityOptions {
  readonly editor: Pick<
    Editor,
    "selection" | "preview" | "tool" | "isHandRaised"
  >;
  readonly clock: Clock;
  readonly page: WatchedPage;
  readonly send: (message: ClientControl) => void;
}

/** Tells the others what this person does: what they have selected, their tool, their hand, and whether they are there. */
export class OwnActivity {
  readonly #options: OwnActivityOptions;
  readonly #sender: PacedSender<ClientControl>;
  readonly #ends = new Disposables();
  readonly #leaving = new AbortController();
  #lastSignAt: number;
  #isIdle = false;
  #following: number | undefined;
  #cancelIdle: Dispose = () => {};
  #lastTold = "";

  constructor(options: OwnActivityOptions) {
    const { editor, clock, page, send } = options;
    this.#options = options;
    this.#sender = new PacedSender({
      clock,
      interval: PRESENCE_INTERVAL_MS,
      send,
    });
    this.#lastSignAt = clock.now();
    for (const store of [editor.selection, editor.tool, editor.isHandRaised])
      this.#ends.add(store.subscribe(() => this.#tell()));
    const { signal } = this.#leaving;
    for (const sign of SIGNS)
      page.addEventListener(sign, () => this.#noteSign(), {
        signal,
        capture: true,
        passive: true,
      });
    page.addEventListener("visibilitychange", () => this.#noteVisibility(), {
      signal,
    });
    this.#noteVisibility();
    this.#tell();
  }

  /** The slot of the member whose view this person's follows. */
  setFollowing(slot: number | undefined): void {
    this.#following = slot;
    this.#tell();
  }

  /** A new connection knows nothing of this person. */
  connected(): void {
    this.#lastTold = "";
    this.#tell();
  }

  dispose(): void {
    this.#leaving.abort();
    this.#cancelIdle();
    this.#sender.dispose();
    this.#ends.dispose();
  }

  #noteSign(): void {
    // Not a timer for each of a thousand moves.
    this.#lastSignAt = this.#options.clock.now();
    if (this.#isIdle) this.#setIdle(false);
  }

  #noteVisibility(): void {
    if (this.#options.page.visibilityState === "hidden") this.#setIdle(true);
    else this.#noteSign();
    this.#lookLater(IDLE_AFTER_MS);
  }

  #lookLater(delay: number): void {
    const { clock } = this.#options;
    this.#cancelIdle();
    this.#cancelIdle = clock.after(delay, () => {
      const left = this.#lastSignAt + IDLE_AFTER_MS - clock.now();
      if (left <= 0) this.#setIdle(true);
      this.#lookLater(left > 0 ? left : IDLE_AFTER_MS);
    });
  }

  #setIdle(isIdle: boolean): void {
    if (this.#isIdle === isIdle) return;
    this.#isIdle = isIdle;
    this.#tell();
  }

  #tell(): void {
    const { editor } = this.#options;
    const ids = [...editor.selection.get()].filter(isLiveId);
    const message: ClientControl = {
      kind: "presence",
      selection: ids.length > MAX_SHOWN_SELECTION ? [] : ids,
      tool: editor.tool.get(),
      hand: editor.isHandRaised.get(),
      idle: this.#isIdle,
      following: this.#following,
    };
    const told = JSON.stringify(message);
    if (told === this.#lastTold) return;
    this.#lastTold = told;
    this.#sender.push(message);
  }
}
