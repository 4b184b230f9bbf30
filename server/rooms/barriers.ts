import type { DocumentLog } from "./document-log";
import type { Peer } from "./peer";

interface WaitingBarrier {
  readonly peer: Peer;
  readonly n: number;
  /** The answer is due when the log is saved up to here. */
  readonly seq: number;
}

/** Answers those who ask whether their changes are on disk: not before they are. */
export class Barriers {
  readonly #log: DocumentLog;
  /** By rising seq, since a later question is about a longer log. */
  #waiting: WaitingBarrier[] = [];

  constructor(log: DocumentLog) {
    this.#log = log;
    log.onSaved((savedSeq) => this.#answer(savedSeq));
    log.onTrouble(({ isFailing }) => {
      if (isFailing) this.#refuseAll();
    });
  }

  /** Answers `n` once everything that the log holds now is saved; at once while saving fails. */
  ask(peer: Peer, n: number): void {
    const seq = this.#log.lastSeq;
    if (seq <= this.#log.savedSeq) peer.tell({ kind: "saved", n, seq });
    else if (this.#log.isFailing) tellUnsaved(peer, n);
    else this.#waiting.push({ peer, n, seq });
  }

  #answer(savedSeq: number): void {
    const next = this.#waiting.findIndex(({ seq }) => seq > savedSeq);
    const due = next < 0 ? this.#waiting.length : next;
    for (const { peer, n, seq } of this.#waiting.splice(0, due))
      peer.tell({ kind: "saved", n, seq });
  }

  #refuseAll(): void {
    for (const { peer, n } of this.#waiting.splice(0)) tellUnsaved(peer, n);
  }
}

function tellUnsaved(peer: Peer, n: number): void {
  peer.tell({ kind: "unsaved", n, code: "STORAGE" });
}
