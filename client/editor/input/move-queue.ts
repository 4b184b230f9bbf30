import { lastSample, type PointerContact } from "./pointer-contact";

/** Gathers the moves of each contact, so that what follows from them is worked out once a frame. */
export class MoveQueue {
  readonly #deliver: (contact: PointerContact) => void;
  readonly #waiting = new Map<number, PointerContact>();
  #last: PointerContact | undefined;

  constructor(deliver: (contact: PointerContact) => void) {
    this.#deliver = deliver;
  }

  push(contact: PointerContact): void {
    const before = this.#waiting.get(contact.id);
    const samples = [...(before?.samples ?? []), ...contact.samples];
    this.#last = { ...contact, samples };
    this.#waiting.set(contact.id, this.#last);
  }

  /** Tells again where the pointer is: the board has moved under it, or it is not where it was predicted. */
  repeatLast(): void {
    if (!this.#last) return;
    const samples = [lastSample(this.#last)];
    this.push({ ...this.#last, samples, predicted: [] });
  }

  /** Hands on what has gathered. Call it before any other kind of input, too, so that inputs keep their order. */
  flush(): void {
    const contacts = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const contact of contacts) this.#deliver(contact);
  }

  /** Forgets a contact that is gone. */
  drop(id: number): void {
    this.#waiting.delete(id);
    if (this.#last?.id === id) this.#last = undefined;
  }
}
