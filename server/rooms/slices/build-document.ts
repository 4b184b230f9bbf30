import * as Y from "yjs";
import type { Clock } from "@/core/base/clock";
import { nextTurn } from "./turns";
import type { UpdateCutter } from "./update-cutter";

/** The document that a snapshot and updates make, in their order. Throws when they cannot be read. */
export function buildDocument(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part);
  });
  return doc;
}

export interface BuildOptions {
  readonly cutter: UpdateCutter;
  readonly clock: Clock;
  /** Ends the building, which is rejected then. */
  readonly signal: AbortSignal;
}

/** Whoever comes first is to have the bytes of the board before the building of it takes the processor; milliseconds. */
const DELAY_MS = 50;

/** The same, after a moment and a little in each turn of the event loop. */
export async function buildInTurns(
  parts: readonly Uint8Array[],
  { cutter, clock, signal }: BuildOptions,
): Promise<Y.Doc> {
  await new Promise<void>((resolve) => clock.after(DELAY_MS, resolve));
  signal.throwIfAborted();
  const slices = await cut(parts, cutter);
  if (!slices) return buildDocument(parts);
  const doc = new Y.Doc();
  for (const slice of slices) {
    signal.throwIfAborted();
    Y.applyUpdate(doc, slice);
    await nextTurn();
  }
  return doc;
}

/** Undefined when they could not be cut: they cannot be read, or there was no memory for another thread. */
async function cut(
  parts: readonly Uint8Array[],
  cutter: UpdateCutter,
): Promise<Uint8Array[] | undefined> {
  try {
    return await cutter.cutDocument(parts);
  } catch {
    return undefined;
  }
}
