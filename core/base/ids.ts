declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A room's name, as it stands in its URL. Made by `parseBoardId` in core/protocol/room-name. */
export type BoardId = Branded<"BoardId">;
/** One shape of a board. */
export type ShapeId = Branded<"ShapeId">;
/** One person, whatever number of tabs they have open. Given by the server. */
export type UserId = Branded<"UserId">;

/** Takes the caller's word that `text` is a shape's id. */
export const asShapeId = (text: string): ShapeId => text as ShapeId;
/** Takes the caller's word that `text` is a user's id. */
export const asUserId = (text: string): UserId => text as UserId;
/** Takes the caller's word that `text` is a valid room name. */
export const asBoardId = (text: string): BoardId => text as BoardId;
