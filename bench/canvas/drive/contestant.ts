/** A page that is measured. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  /** How the page zooms by Ctrl and wheel: by a factor or by an amount. */
  readonly zoom: "factor" | "amount";
  /** What a pixel of the wheel's turn adds to the zoom, or to its logarithm. */
  readonly zoomPerPixel: number;
  /** What a single event zooms by at most; pixels of the wheel's turn. */
  readonly mostPixels: number;
  /** Whether its board is made of a document that can be loaded as another person's. */
  readonly hasDocument: boolean;
}
