import type { Editor } from "@/client/editor/editor";
import type { PointerInput } from "@/client/editor/tool-state";
import type { Random } from "@/core/base/random";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import type { PenPlace } from "./drawings";
import type { Pace } from "./pace";

/** How often a hand's place is looked at, as a screen would; milliseconds. */
const STEP_MS = 33;
/** Fitts' law with the figures of a mouse: so long for any move, and so much more each time the way doubles; milliseconds. */
const MOVE_MS = 180;
const DOUBLING_MS = 110;
const WITHIN_REACH = 40;
const KEY_MS = { least: 55, most: 190 };

/** The hand of a simulated person: moves, presses and types through the same editor as the page, at a human pace. */
export class Hand {
  readonly #editor: Editor;
  readonly #pace: Pace;
  readonly #random: Random;
  #at: BoardPoint;

  constructor(
    editor: Editor,
    { pace, random, at }: { pace: Pace; random: Random; at: BoardPoint },
  ) {
    this.#editor = editor;
    this.#pace = pace;
    this.#random = random;
    this.#at = at;
  }

  /** Goes there as arms do: fast in the middle of the way, slow at its ends. */
  async moveTo(to: Pick<BoardPoint, "x" | "y">): Promise<void> {
    const from = this.#at;
    const way = Math.hypot(to.x - from.x, to.y - from.y);
    const duration = MOVE_MS + DOUBLING_MS * Math.log2(way / WITHIN_REACH + 1);
    for (let time = STEP_MS; time < duration; time += STEP_MS) {
      const share = easeInOut(time / duration);
      this.#goTo({
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
      });
      await this.#pace.wait(STEP_MS);
    }
    this.#goTo(to);
  }

  async clickAt(to: Pick<BoardPoint, "x" | "y">): Promise<void> {
    await this.moveTo(to);
    this.#editor.pointerDown(this.#input());
    await this.#pace.wait(90);
    this.#editor.pointerUp(this.#input());
  }

  /** Presses at the one place and lifts at the other. */
  async drag(
    from: Pick<BoardPoint, "x" | "y">,
    to: Pick<BoardPoint, "x" | "y">,
  ): Promise<void> {
    await this.moveTo(from);
    this.#editor.pointerDown(this.#input());
    await this.moveTo(to);
    this.#editor.pointerUp(this.#input());
  }

  /** Draws a stroke as fast as its maker did. */
  async trace(stroke: readonly PenPlace[]): Promise<void> {
    const [first, ...rest] = stroke;
    if (!first) return;
    await this.moveTo(first);
    this.#editor.pointerDown(this.#input());
    let shownAt = first.time;
    let passed: PenPlace[] = [];
    for (const place of rest) {
      passed.push(place);
      if (place.time - shownAt < STEP_MS) continue;
      await this.#pace.wait(place.time - shownAt);
      shownAt = place.time;
      this.#goThrough(passed);
      passed = [];
    }
    if (passed.length > 0) this.#goThrough(passed);
    this.#editor.pointerUp(this.#input());
  }

  /** Types into the text that is being edited, letter by letter. */
  async type(text: string): Promise<void> {
    const { typing } = this.#editor;
    for (const letter of text) {
      typing.press(letter === "\n" ? "Enter" : letter);
      await this.#pace.wait(
        KEY_MS.least + this.#random.next() * (KEY_MS.most - KEY_MS.least),
      );
    }
  }

  #goTo(to: Pick<BoardPoint, "x" | "y">): void {
    this.#goThrough([to]);
  }

  #goThrough(places: readonly Pick<BoardPoint, "x" | "y">[]): void {
    const points = places.map(({ x, y }) => boardPoint(x, y));
    this.#at = points.at(-1)!;
    this.#editor.pointerMove(this.#input(points));
  }

  #input(points: readonly BoardPoint[] = [this.#at]): PointerInput {
    const samples = points.map((point) => ({
      point,
      screen: this.#editor.camera.toScreen(point),
      pressure: 0.5,
    }));
    return {
      ...samples.at(-1)!,
      samples,
      predicted: [],
      device: "mouse",
      shift: false,
      alt: false,
      mod: false,
    };
  }
}

const easeInOut = (share: number): number => share * share * (3 - 2 * share);
