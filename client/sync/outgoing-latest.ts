import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveUpdate } from "@/core/protocol/live-message";
import type { OutgoingGesture } from "./outgoing-gesture";

/** A gesture whose last update says all that there is to say of it. */
export class OutgoingLatest<
  Update extends LiveUpdate,
> implements OutgoingGesture {
  readonly begins: readonly LiveBegin[];
  #latest: Update | undefined;
  #isSent = false;

  constructor(begins: readonly LiveBegin[]) {
    this.begins = begins;
  }

  update(update: Update): void {
    this.#latest = update;
    this.#isSent = false;
  }

  takeUpdates(): Update[] {
    if (!this.#latest || this.#isSent) return [];
    this.#isSent = true;
    return [this.#latest];
  }

  restart(): void {
    this.#isSent = false;
  }

  repeat(): void {
    this.#isSent = false;
  }
}
