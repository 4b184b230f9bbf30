import { asShapeId } from "@/core/base/ids";
import type { Fragment } from "@/core/board/fragment";
import { readShape, storedProperties } from "@/core/board/shape-record";
import type { Shape } from "@/core/shapes/shape";

/** Rises when a fragment of before can no longer be read. */
const VERSION = 1;
/** More than a paste should ever bring: a board of this size takes a second to come in. */
const MAX_SHAPES = 20_000;

interface WrittenShape {
  readonly id: string;
  readonly text?: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A fragment as text, for a clipboard. */
export const writeFragment = (fragment: Fragment): string =>
  JSON.stringify({
    boardwalk: VERSION,
    shapes: fragment.map((shape): WrittenShape => ({
      id: shape.id,
      ...("text" in shape ? { text: shape.text } : {}),
      values: withBytesAsNumbers(shape),
    })),
  });

/** Farther away than any drawing reaches, so that the shapes can still be moved to where they are pasted; board units. */
const MAX_DISTANCE = 1e8;

/** The fragment in a text; undefined for any other text. Shapes that make no sense are left out, as are those whose id came before. Never throws. */
export function readFragment(text: string): Fragment | undefined {
  const parsed = parse(text);
  if (!isRecord(parsed) || parsed["boardwalk"] !== VERSION) return undefined;
  const written = parsed["shapes"];
  if (!Array.isArray(written)) return undefined;
  const shapes = new Map<string, Shape>();
  for (const entry of written.slice(0, MAX_SHAPES)) {
    const shape = readWritten(entry);
    if (shape && !shapes.has(shape.id)) shapes.set(shape.id, shape);
  }
  return [...shapes.values()];
}

function readWritten(written: unknown): Shape | undefined {
  if (!isRecord(written) || !isRecord(written["values"])) return undefined;
  const { id, text } = written;
  if (typeof id !== "string" || id.length > 100) return undefined;
  const values = new Map(Object.entries(written["values"]));
  for (const key of BYTES) {
    const written = values.get(key);
    if (typeof written === "string") values.set(key, fromBase64(written));
  }
  const shape = readShape(asShapeId(id), values, () =>
    typeof text === "string" ? text : "",
  );
  if (typeof shape === "string") return undefined;
  const distance = Math.max(Math.abs(shape.at.x), Math.abs(shape.at.y));
  return distance <= MAX_DISTANCE ? shape : undefined;
}

/** Properties that are bytes. */
const BYTES = ["points", "tilt"];

function withBytesAsNumbers(shape: Shape): Record<string, unknown> {
  const entries = Object.entries(storedProperties(shape));
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      value instanceof Uint8Array ? toBase64(value) : value,
    ]),
  );
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    // Not base64, and so not from us.
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
