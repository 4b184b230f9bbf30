/** The origin of a change made here that undo takes back. Its class is what Yjs's undo manager looks for. */
export class LocalEdit {
  /** What the user did, as `board.change` was told. */
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}
