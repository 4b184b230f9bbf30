import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { createStore, type Store } from "@/core/base/store";
import { distance, type ScreenPoint } from "@/core/geometry/point";
import type { Editor } from "../editor";
import { openContextMenu } from "../open-context-menu";
import type { PointerInput } from "../tool-state";
import { DoubleClick } from "./double-click";
import { FingerTaps } from "./finger-taps";
import { followPinch } from "./pinch";
import {
  lastSample,
  type ContactSample,
  type PointerContact,
} from "./pointer-contact";

/** A second finger that comes this soon was meant to come with the first; milliseconds. */
const PINCH_WINDOW_MS = 100;
/** A finger that rests this long asks for the menu; milliseconds. */
const LONG_PRESS_MS = 500;
/** A finger that has moved less is still finding its place, and a second one joins it whenever it comes; CSS pixels. */
const PINCH_SLOP = 6;

/**
 * What the contacts with the canvas are doing together.
 *
 * ```
 *           +-- main button, finger, pen --> tool --+
 * nothing --+-- middle button, Space ------> pan  --+--> nothing
 *           +-- second finger, soon -------> pinch -+ (one finger lifted: pan by the other)
 * ```
 */
type Mode =
  | { readonly kind: "nothing" }
  | {
      readonly kind: "tool";
      readonly contact: number;
      readonly startedAt: number;
      readonly origin: ScreenPoint;
    }
  | { readonly kind: "pan"; readonly contact: number; readonly at: ScreenPoint }
  | {
      readonly kind: "pinch";
      readonly contacts: readonly [number, number];
      readonly at: readonly [ScreenPoint, ScreenPoint];
    };

const NOTHING: Mode = { kind: "nothing" };

/** Gives each contact to the tool or to the camera. */
export class PointerRouter {
  readonly #editor: Editor;
  readonly #clock: Clock;
  readonly #mode = createStore<Mode>(NOTHING);
  /** Where each contact that is down was last. */
  readonly #down = new Map<number, PointerContact>();
  readonly #taps = new FingerTaps();
  readonly #doubleClick = new DoubleClick();
  #hasSeenPen = false;
  #cancelLongPress: Dispose = () => {};

  /** Whether the main button moves the paper, as while Space is held. */
  readonly panWithMain = createStore(false);

  constructor(editor: Editor, clock: Clock) {
    this.#editor = editor;
    this.#clock = clock;
  }

  get mode(): Store<Mode> {
    return this.#mode;
  }

  down(contact: PointerContact): void {
    if (contact.device === "pen") this.#hasSeenPen = true;
    this.#down.set(contact.id, contact);
    this.#cancelLongPress();
    const { screen } = lastSample(contact);
    if (contact.device === "touch")
      this.#taps.down(contact.id, screen, contact.time);
    const mode = this.#mode.get();
    if (mode.kind === "nothing") this.#begin(contact);
    else if (contact.device === "touch") this.#joinFinger(mode, contact);
    else if (contact.device === "pen" && this.#isByTouch(mode)) {
      // The palm was there first.
      this.#editor.cancelGesture();
      this.#begin(contact);
    }
  }

  /** A move of a contact that is down, or of a mouse or pen that hovers. */
  move(contact: PointerContact): void {
    if (this.#down.has(contact.id)) this.#down.set(contact.id, contact);
    const mode = this.#mode.get();
    const { screen } = lastSample(contact);
    this.#taps.move(contact.id, screen);
    switch (mode.kind) {
      case "nothing":
        return this.#editor.pointerMove(this.#inputOf(contact));
      case "tool":
        if (mode.contact !== contact.id) return;
        if (distance(screen, mode.origin) >= PINCH_SLOP)
          this.#cancelLongPress();
        return this.#editor.pointerMove(this.#inputOf(contact));
      case "pan":
        if (mode.contact !== contact.id) return;
        this.#editor.camera.panBy(screen.x - mode.at.x, screen.y - mode.at.y);
        return this.#mode.set({ ...mode, at: screen });
      case "pinch": {
        const [first, second] = mode.contacts;
        if (contact.id !== first && contact.id !== second) return;
        const at = [
          contact.id === first ? screen : mode.at[0],
          contact.id === second ? screen : mode.at[1],
        ] as const;
        followPinch(this.#editor.camera, mode.at, at);
        return this.#mode.set({ ...mode, at });
      }
    }
  }

  up(contact: PointerContact): void {
    const before = this.#down.get(contact.id);
    this.#down.delete(contact.id);
    this.#cancelLongPress();
    const fingers = this.#taps.up(contact.id, contact.time);
    const mode = this.#mode.get();
    if (mode.kind === "tool" && mode.contact === contact.id) {
      this.#mode.set(NOTHING);
      const input = this.#inputOf(lifted(contact, before));
      this.#editor.pointerUp(input);
      if (this.#doubleClick.up(input.screen)) this.#editor.doubleClick(input);
    } else this.#release(contact.id);
    if (fingers === 2) this.#editor.run("history.undo");
    if (fingers === 3) this.#editor.run("history.redo");
  }

  /** The contact was lost, by the system or to another element: its gesture leaves nothing behind. */
  cancel(id: number): void {
    if (!this.#down.delete(id)) return;
    this.#taps.lose(id);
    this.#cancelLongPress();
    const mode = this.#mode.get();
    if (mode.kind === "tool" && mode.contact === id) this.#cancelTool();
    else this.#release(id);
  }

  /** Gives up whatever is under way. Contacts that are still down do nothing until they are lifted. */
  cancelAll(): void {
    this.#down.clear();
    this.#cancelLongPress();
    this.#mode.set(NOTHING);
    this.#editor.cancelGesture();
  }

  #begin(contact: PointerContact): void {
    const { screen } = lastSample(contact);
    if (contact.button === "other") return;
    const isPan =
      contact.button === "middle" ||
      this.panWithMain.get() ||
      // Who draws with a pen rests the hand on the screen and moves the paper with a finger.
      (contact.device === "touch" && this.#hasSeenPen);
    if (isPan) {
      this.#mode.set({ kind: "pan", contact: contact.id, at: screen });
      return;
    }
    this.#mode.set({
      kind: "tool",
      contact: contact.id,
      startedAt: contact.time,
      origin: screen,
    });
    this.#doubleClick.down({
      at: screen,
      time: contact.time,
      device: contact.device,
    });
    if (contact.device === "touch")
      this.#cancelLongPress = this.#clock.after(LONG_PRESS_MS, () => {
        this.cancelAll();
        openContextMenu(this.#editor, screen);
      });
    this.#editor.pointerDown(this.#inputOf(contact));
  }

  #joinFinger(mode: Mode, contact: PointerContact): void {
    const first = this.#fingerWaitingForASecond(mode, contact.time);
    if (first === undefined) return;
    this.#editor.cancelGesture();
    this.#mode.set({
      kind: "pinch",
      contacts: [first.id, contact.id],
      at: [lastSample(first).screen, lastSample(contact).screen],
    });
  }

  #fingerWaitingForASecond(
    mode: Mode,
    time: number,
  ): PointerContact | undefined {
    if (mode.kind !== "tool" && mode.kind !== "pan") return undefined;
    const first = this.#down.get(mode.contact);
    if (first?.device !== "touch") return undefined;
    if (mode.kind === "pan") return first;
    const isFresh = time - mode.startedAt <= PINCH_WINDOW_MS;
    const way = distance(lastSample(first).screen, mode.origin);
    return isFresh || way < PINCH_SLOP ? first : undefined;
  }

  #isByTouch(mode: Mode): boolean {
    if (mode.kind === "nothing") return false;
    if (mode.kind === "pinch") return true;
    return this.#down.get(mode.contact)?.device === "touch";
  }

  #cancelTool(): void {
    this.#mode.set(NOTHING);
    this.#editor.cancelGesture();
  }

  /** Ends what a contact did with the camera. */
  #release(id: number): void {
    const mode = this.#mode.get();
    if (mode.kind === "pan" && mode.contact === id) this.#mode.set(NOTHING);
    if (mode.kind !== "pinch" || !mode.contacts.includes(id)) return;
    const rest = mode.contacts[0] === id ? 1 : 0;
    this.#mode.set({
      kind: "pan",
      contact: mode.contacts[rest],
      at: mode.at[rest],
    });
  }

  #inputOf(contact: PointerContact): PointerInput {
    const { device, shift, alt, mod } = contact;
    const onBoard = (sample: ContactSample) => ({
      ...sample,
      point: this.#editor.camera.toBoard(sample.screen),
    });
    const samples = contact.samples.map(onBoard);
    const predicted = contact.predicted.map(onBoard);
    return { ...samples.at(-1)!, device, shift, alt, mod, samples, predicted };
  }
}

/** A pen that has just left the paper presses no more, but the last of its line was as wide as before. */
function lifted(
  contact: PointerContact,
  before: PointerContact | undefined,
): PointerContact {
  const pressure = before && lastSample(before).pressure;
  if (pressure === undefined) return contact;
  const samples = contact.samples.map((sample) => ({ ...sample, pressure }));
  return { ...contact, samples };
}
