import type { Dispose } from "@/core/base/disposable";
import type { DocumentLane } from "./document-lane";
import type { ClientIds } from "./guard/client-ids";
import type { RoomDocument } from "./room-document";

export interface MissingChangesOptions {
  readonly document: RoomDocument;
  readonly lane: DocumentLane;
  readonly clientIds: ClientIds;
  /** Asks the member again for all that the document lacks. */
  readonly ask: () => void;
}

/**
 * What has to come before the rest of a member's changes can be taken in, because those refer to it or are not theirs to bring. Has them
 * asked again once any of it is there, or once it may be somebody else's to bring.
 */
export class MissingChanges {
  readonly #options: MissingChangesOptions;
  /** For each client whose changes are missing, how far they reached when that was found out. */
  #states = new Map<number, number>();
  #stop: Dispose = () => {};
  #isOver = false;

  constructor(options: MissingChangesOptions) {
    this.#options = options;
  }

  /** Waits for more. */
  add(states: ReadonlyMap<number, number>): void {
    if (states.size > 0) this.replace(new Map([...this.#states, ...states]));
  }

  /**
   * Waits for this alone.
   *
   * @param judgedAt What `clientIds.changes` was when it was found out. Default: it has just been found out.
   */
  replace(states: ReadonlyMap<number, number>, judgedAt?: number): void {
    const { document, lane, clientIds, ask } = this.#options;
    this.#stop();
    this.#states = new Map(states);
    if (this.#states.size === 0 || this.#isOver) return;
    const stops = [
      lane.onChanged(() => {
        if (document.isBeyond(this.#states)) ask();
      }),
      clientIds.onChanged(ask),
    ];
    this.#stop = () => stops.forEach((stop) => stop());
    if (judgedAt !== undefined && judgedAt !== clientIds.changes) ask();
  }

  dispose(): void {
    this.#isOver = true;
    this.#stop();
  }
}
