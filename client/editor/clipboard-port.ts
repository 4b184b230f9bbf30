/** The way to the system's clipboard and back, whatever the browser and the page's address allow. */
export interface ClipboardPort {
  /** Puts the selected shapes there; says false where nothing is selected. */
  copy(): boolean;
  /** The same, and takes them off the board. */
  cut(): boolean;
  /** Puts what is there on the board, at the pointer or in the middle of the window. */
  paste(): boolean;
}
