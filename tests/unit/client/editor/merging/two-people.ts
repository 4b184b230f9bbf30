import * as Y from "yjs";
import { expect } from "vitest";
import { asShapeId, type ShapeId } from "@/core/base/ids";
import { recordsOf, textOf } from "@/core/board/shape-record";
import { BoardPerson, sync } from "../../../../support/board-person";
import { editorOf } from "../../../../support/editor-of";
import { addScene, type CommandCase } from "./command-cases";

/** What the document holds of each shape but for its text, as values that can be compared. */
export type Values = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** The scene as somebody else has made it, once for all tests. */
const scene = (() => {
  const host = new BoardPerson("host");
  host.board.change("scene", addScene);
  return Y.encodeStateAsUpdate(host.doc);
})();

/** Two people with the same board before them, who have done nothing yet. */
export function twoPeople({ prepare, selects }: CommandCase) {
  const ada = new BoardPerson("ada");
  const ben = new BoardPerson("ben");
  for (const { doc } of [ada, ben]) Y.applyUpdate(doc, scene, "network");
  const editor = editorOf(ada);
  prepare?.(editor);
  editor.select((selects ?? ["rect", "note", "ink"]).map(asShapeId));
  sync(ada, ben);
  return { ada, ben, base: valuesOf(ada) };
}

export function valuesOf({ doc }: BoardPerson): Values {
  const values = new Map<string, Record<string, string>>();
  for (const [id, record] of recordsOf(doc)) {
    if (!(record instanceof Y.Map)) continue;
    const own: Record<string, string> = {};
    for (const [key, value] of record as Y.Map<unknown>)
      if (key !== "text") own[key] = JSON.stringify(value);
    values.set(id, own);
  }
  return values;
}

/** The whole text of a shape, also of one in the bin. */
export function textIn({ doc }: BoardPerson, id: ShapeId): string {
  const record = recordsOf(doc).get(id);
  return record instanceof Y.Map ? (textOf(record)?.toString() ?? "") : "";
}

export interface Change {
  readonly id: string;
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Every value that is another one in `after` than in `before`. */
export function changesBetween(before: Values, after: Values): Change[] {
  const changes: Change[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id) ?? {}, after.get(id) ?? {}];
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
      if (old[key] !== now[key])
        changes.push({ id, key, before: old[key], after: now[key] });
  }
  return changes;
}

/** Those of `changes` whose value nobody made another one of in `others`. */
export const withoutThoseIn = (
  changes: readonly Change[],
  others: readonly Change[],
): Change[] =>
  changes.filter(
    ({ id, key }) => !others.some((o) => o.id === id && o.key === key),
  );

/** Expects that `values` holds what each of `changes` left. */
export function expectKept(values: Values, changes: readonly Change[]): void {
  const kept = changes.map(({ id, key }) => values.get(id)?.[key]);
  expect(kept).toEqual(changes.map(({ after }) => after));
}

/** Brings the two together, and expects them to see and to hold the same. */
export function expectToConverge(ada: BoardPerson, ben: BoardPerson): void {
  sync(ada, ben);
  expect(ada.sees()).toEqual(ben.sees());
  expect(valuesOf(ada)).toEqual(valuesOf(ben));
  expect(Y.encodeSnapshot(Y.snapshot(ada.doc))).toEqual(
    Y.encodeSnapshot(Y.snapshot(ben.doc)),
  );
}
