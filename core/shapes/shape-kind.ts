import type { Box } from "../geometry/box";
import type { BoardPoint } from "../geometry/point";
import type { PaintContext } from "./paint-context";
import type { PropertyReader } from "./property-reader";
import type { Shape, ShapeBase } from "./shape";
import type { Align, StyleName } from "./style";
import type { FontName } from "./text/fonts";

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

/** New values for a shape's form, and with it for its place. */
export type FormChanges<S extends ShapeBase> = Partial<
  Omit<S, "kind" | "id" | "index" | "author" | "parent" | "text">
>;

/** Factors along a shape's own axes; negative ones turn it over. */
export interface StretchFactors {
  readonly x: number;
  readonly y: number;
}

/** How a shape's text is set, in the shape's own coordinates. */
export interface TextPlace {
  /** The box that the text is set in. */
  readonly box: Box;
  readonly font: FontName;
  /** As it comes out: where text shrinks to fit, already shrunk. */
  readonly fontSize: number;
  readonly align: Align;
  /** Round the middle of the box, or from its top. */
  readonly vertical: "center" | "start";
  /** Whether lines that the box has no room for are left out. */
  readonly isCut: boolean;
  /** Where lines are broken; Infinity when only at the text's own line ends. */
  readonly maxWidth: number;
  readonly colour: string;
}

/**
 * All that the product knows of one kind of shape. The table in `shape-kinds.ts` lists the kinds. A shape's own coordinates begin
 * at its `at` and know nothing of its angle: whoever calls turns the point back, or the surface, first.
 * Nothing here touches the document, the DOM or the network.
 */
export interface ShapeKind<S extends ShapeBase = Shape> {
  readonly name: string;
  /** Stroke width when the record does not say; board units. */
  readonly defaultStrokeWidth: number;
  /** Whether a shape of this kind gets a text of its own when it is made. */
  readonly hasText: boolean;
  /** Which looks of it a person can choose, in the order of the style panel. */
  readonly styles: readonly StyleName[];
  /** Styles that are remembered for new shapes of this kind alone: the next rectangle is not to be as yellow as a note. */
  readonly ownStyles?: readonly StyleName[];
  /** Shapes of this kind hold others. A frame is painted, clips its members and takes in what is dropped on it; a group is only its members. */
  readonly holds?: "frame" | "group";
  /** How its box is resized: in both directions by itself (default), only in its ratio, or as a text, whose sides change the lines alone. */
  readonly resizing?: "free" | "ratio" | "text";
  /** Reads the kind's own properties; undefined when the record cannot be shown. Never throws. With an empty record: the defaults. */
  read(record: PropertyReader): OwnProperties<S> | undefined;
  /** The same properties for the record, besides `kind` and `text`. Names every key, always. */
  write(own: OwnProperties<S>): StoredProperties;
  /** The box of the shape's form, in its own coordinates. Handles stand on it, and the shape turns about its middle. */
  box(shape: S): Box;
  /** How far beyond its box the shape may paint; board units. */
  reach(shape: S): number;
  /** Whether a pointer at `point` (own coordinates) means this shape. `tolerance` in board units. */
  hit(shape: S, point: BoardPoint, tolerance: number): boolean;
  /** Paints the shape in its own coordinates. Its opacity is set already. */
  paint(shape: S, context: PaintContext): void;
  /** The shape's form after its own coordinates were stretched about their origin; `at` and `angle` are seen to by the caller. */
  stretch(shape: S, factors: StretchFactors): FormChanges<S>;
  /** The form of a new shape that is dragged out from one point of the board to another, for kinds that can be. */
  dragOut?(from: BoardPoint, to: BoardPoint): FormChanges<S>;
  /** Places (own coordinates) where a line can be taken hold of by itself, the start first. A kind that has them has no box handles. */
  handles?(shape: S): readonly BoardPoint[];
  /** The form after one of the handles was taken to `to`; both in own coordinates. */
  moveHandle?(shape: S, handle: number, to: BoardPoint): FormChanges<S>;
  /** Where the text stands, for kinds that have one. */
  textPlace?(shape: S): TextPlace;
  /** Adds the edge of what a frame lets through to the surface's path. */
  traceClip?(shape: S, context: PaintContext): void;
}
