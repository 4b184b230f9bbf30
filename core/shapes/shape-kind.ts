import type { Box } from "../geometry/box";
import type { BoardPoint } from "../geometry/point";
import type { PaintContext } from "./paint-context";
import type { PropertyReader } from "./property-reader";
import type { Shape, ShapeBase } from "./shape";

/** What a kind adds of its own to what every shape has; for a union of kinds, the union of theirs. */
export type OwnProperties<S extends ShapeBase> = S extends ShapeBase
  ? Omit<S, keyof ShapeBase>
  : never;

/** What a shape's record may hold under one key, besides its text. */
export type StoredValue =
  string | number | boolean | readonly number[] | Uint8Array;

/** The kind's own properties as they are stored: a key whose value is undefined is at its default, and not stored. */
export type StoredProperties = Readonly<
  Record<string, StoredValue | undefined>
>;

/**
 * All that the product knows of one kind of shape. The table in `shape-kinds.ts` lists the kinds.
 * Nothing here touches the document, the DOM or the network.
 */
export interface ShapeKind<S extends Shape = Shape> {
  readonly name: S["kind"];
  /** Stroke width when the record does not say; board units. */
  readonly defaultStrokeWidth: number;
  /** Whether a shape of this kind gets a text of its own when it is made. */
  readonly hasText: boolean;
  /** Reads the kind's own properties; undefined when the record cannot be shown. Never throws. */
  read(record: PropertyReader): OwnProperties<S> | undefined;
  /** The same properties for the record, besides `kind` and `text`. Names every key, always. */
  write(own: OwnProperties<S>): StoredProperties;
  /** Everything the shape paints lies within. */
  bounds(shape: S): Box;
  /** Whether a pointer at `point` means this shape. `tolerance` in board units. */
  hit(shape: S, point: BoardPoint, tolerance: number): boolean;
  /** Paints the shape. The context's origin is the shape's `at`, and its opacity is set already. */
  paint(shape: S, context: PaintContext): void;
}
