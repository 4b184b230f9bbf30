export interface CommitTiming {
  /** How many writes shared the commit. */
  readonly writes: number;
  /** What its transaction took, until the disk had it. */
  readonly milliseconds: number;
}
