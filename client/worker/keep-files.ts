/** Asks the worker to keep files that a page has loaded by itself. */
export interface KeepFiles {
  readonly keepFiles: readonly string[];
}
