import type { BoardId } from "@/core/base/ids";

/**
 * Tells whether an update is the next one of a log that ends at `lastSeq`; false when the log has it already.
 * Throws when it would leave a gap: a snapshot taken over the gap would hide for ever what fills it later.
 */
export function isNextUpdate(
  id: BoardId,
  seq: number,
  lastSeq: number,
): boolean {
  if (seq <= lastSeq) return false;
  if (seq === lastSeq + 1) return true;
  throw new RangeError(
    `Update ${seq} of room "${id}" would leave a gap: its log ends at ${lastSeq}.`,
  );
}

/**
 * Tells whether a snapshot up to `seq` is worth making; false when the stored one reaches as far.
 * Throws for an update that the log does not have yet.
 */
export function isSnapshotDue(
  id: BoardId,
  seq: number,
  stored: { readonly snapshotSeq: number; readonly lastSeq: number },
): boolean {
  if (seq <= stored.snapshotSeq) return false;
  if (seq <= stored.lastSeq) return true;
  throw new RangeError(
    `Room "${id}" cannot be folded up to update ${seq}: its log ends at ${stored.lastSeq}.`,
  );
}

export function unknownRoomError(id: BoardId): Error {
  return new Error(`Room "${id}" was never stored.`);
}

export function closedError(): Error {
  return new Error("The storage is closed.");
}
