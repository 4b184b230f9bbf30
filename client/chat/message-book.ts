import type { ChatMessage } from "@/core/protocol/control-message";

/** This page's copy of the stored messages: a stretch of the chat without gaps, up to its newest. */
export class MessageBook {
  #messages: readonly ChatMessage[] = [];
  #hasMore = false;
  #hasPage = false;
  /** The newest message that was here when the line came back: what came live since may stand beyond a gap. */
  #newestBeforeCut: number | undefined;

  /** By rising seq. */
  get messages(): readonly ChatMessage[] {
    return this.#messages;
  }

  /** Whether older messages than these can be loaded. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  get newestSeq(): number {
    return this.#messages.at(-1)?.seq ?? 0;
  }

  has(seq: number): boolean {
    return this.#messages.some((message) => message.seq === seq);
  }

  /** The line is there again: the next page may stand beyond a gap. */
  connected(): void {
    this.#newestBeforeCut = this.#messages.at(-1)?.seq;
  }

  /** Takes a message that has just been said, edited or deleted. Says whether it is new. */
  put(message: ChatMessage): boolean {
    if (this.has(message.seq)) {
      this.#merge([message]);
      return false;
    }
    const isRevised =
      message.editedAt !== undefined || message.deletedAt !== undefined;
    // An old one that is not here is read as it is now when its page is loaded.
    if (isRevised) return false;
    this.#merge([message]);
    return true;
  }

  /** Takes a page of history; returns the messages that are newer than all that was here. */
  putPage(
    page: readonly ChatMessage[],
    hasMore: boolean,
  ): readonly ChatMessage[] {
    const known = this.#messages;
    const first = page[0];
    const newest = this.#newestBeforeCut ?? this.newestSeq;
    const isOlder = first && known[0] && first.seq < known[0].seq;
    // More came during a cut than one page holds: what lies between is not here, so the page stands alone.
    const leavesGap =
      first !== undefined &&
      this.#newestBeforeCut !== undefined &&
      first.seq > this.#newestBeforeCut + 1;
    // What came live before the first page may have gaps, too: it was held back while the code was loading, perhaps over a cut.
    const isAlone = first !== undefined && (leavesGap || !this.#hasPage);
    if (isAlone) this.#messages = known.filter(({ seq }) => seq > first.seq);
    this.#newestBeforeCut = undefined;
    this.#hasPage = true;
    if (isOlder || isAlone || !first) this.#hasMore = hasMore;
    this.#merge(page);
    return page.filter(({ seq }) => seq > newest);
  }

  #merge(incoming: readonly ChatMessage[]): void {
    const bySeq = new Map(
      this.#messages.map((message) => [message.seq, message]),
    );
    for (const message of incoming) bySeq.set(message.seq, message);
    this.#messages = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  }
}
