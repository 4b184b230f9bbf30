/** The ways in which this person turns to the others on the board. */
export interface CompanyPort {
  /** Opens a field at the pointer, and shows the others what is typed in it. */
  sayAtCursor(): void;
  /** Asks the others to come and see what this person sees. */
  summon(): void;
}
