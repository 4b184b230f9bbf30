/** A scene in a format that belongs to no program, so that one benchmark can drive several. Colours are `#rrggbb`. */
export interface NeutralScene {
  readonly shapes: readonly NeutralShape[];
}

interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

interface Boxed extends Placed {
  readonly w: number;
  readonly h: number;
}

export interface NeutralClosed extends Boxed {
  readonly type: "rect" | "ellipse" | "diamond";
  readonly fill: string;
  readonly stroke: string;
  readonly label?: string;
}

export interface NeutralNote extends Boxed {
  readonly type: "note";
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
}

export interface NeutralText extends Boxed {
  readonly type: "text";
  /** The font's. */
  readonly size: number;
  readonly stroke: string;
  readonly text: string;
}

export interface NeutralDraw extends Placed {
  readonly type: "draw";
  /** x0, y0, x1, y1, …, relative to `x` and `y`. */
  readonly points: readonly number[];
  readonly stroke: string;
  readonly width: number;
}

export interface NeutralArrow extends Placed {
  readonly type: "arrow";
  readonly dx: number;
  readonly dy: number;
  readonly stroke: string;
  readonly width: number;
}

export type NeutralShape =
  NeutralClosed | NeutralNote | NeutralText | NeutralDraw | NeutralArrow;
