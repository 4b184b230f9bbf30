import { describe, expect, test } from "vitest";

import { asShapeId, type ShapeId } from "@/core/base/ids";
import { randomInteger, randomItem, seededRandom } from "@/core/base/random";
import { ShapeTree } from "@/core/board/shape-tree";
import type { Shape, ShapeKindName } from "@/core/shapes/shape";
import { boardSeeds } from "../../../support/board-seeds";
import { shapeOf } from "../../../support/shape-fixtures";

const KINDS: Readonly<Record<string, ShapeKindName>> = {
  f: "frame",
  g: "group",
  r: "rectangle",
};

/**
 * The tree of shapes written as `f1 r2<f1`: the first letter of an id tells the kind, and what follows `<` the parent that the
 * record names. They are drawn in the order written.
 */
function treeOf(notation: string) {
  const sorted = notation.split(" ").map((entry): Shape => {
    const [id = "", parent] = entry.split("<");
    return shapeOf(KINDS[id[0]!]!, {
      id: asShapeId(id),
      parent: parent === undefined ? undefined : asShapeId(parent),
    });
  });
  const shapes = new Map<ShapeId, Shape>();
  for (const shape of sorted) shapes.set(shape.id, shape);
  const tree = new ShapeTree(shapes, sorted);
  const ids = (list: Iterable<Shape>) =>
    Array.from(list, ({ id }) => id).join(" ");
  return {
    drawn: () => ids(tree.flatten()),
    parentOf: (id: string) => tree.parentOf(shapes.get(asShapeId(id))!)?.id,
    childrenOf: (id?: string) =>
      ids(tree.childrenOf(id === undefined ? undefined : asShapeId(id))),
    leavesOf: (id: string) => ids(tree.leavesOf(asShapeId(id))),
    sorted,
    tree,
  };
}

describe("who belongs to whom", () => {
  test("is what the records say, in the order they are drawn", () => {
    const { childrenOf, parentOf } = treeOf("r2<f f r1 r3<f");
    expect(childrenOf()).toBe("f r1");
    expect(childrenOf("f")).toBe("r2 r3");
    expect(childrenOf("r1")).toBe("");
    expect(parentOf("r2")).toBe("f");
    expect(parentOf("f")).toBeUndefined();
  });

  test.each([
    ["is not there", "r1<gone", "r1"],
    ["holds no others", "r r1<r", "r r1"],
  ])("is nobody for a shape whose parent %s", (_, notation, roots) => {
    const { childrenOf, parentOf } = treeOf(notation);
    expect(parentOf("r1")).toBeUndefined();
    expect(childrenOf()).toBe(roots);
  });

  test.each([
    ["f1<f1", { f1: undefined }],
    ["f2<f1 f1<f2", { f1: undefined, f2: "f1" }],
    ["g3<g2 g2<g1 g1<g3", { g1: undefined, g2: "g1", g3: "g2" }],
    // The circle is above, and none of this shape's business.
    ["f0<f2 f1<f2 f2<f1", { f0: "f2", f1: undefined, f2: "f1" }],
  ])("in a circle is cut at the lowest id: %s", (notation, parents) => {
    const { parentOf, drawn } = treeOf(notation);
    for (const [id, parent] of Object.entries(parents))
      expect(parentOf(id)).toBe(parent);
    expect(drawn().split(" ").filter(Boolean)).toHaveLength(
      notation.split(" ").filter((entry) => !entry.startsWith("g")).length,
    );
  });
});

describe("what is drawn", () => {
  test.each([
    ["r1 r2", "r1 r2"],
    // What a frame holds comes right after it, whatever lies below in the records.
    ["r1<f r2 f r3", "r2 f r1 r3"],
    ["r1<g r2 g r3", "r2 r1 r3"],
    ["f1 f2<f1 r1<f2 r2<f1 r3", "f1 f2 r1 r2 r3"],
    ["f g<f r1<g r2<g r3<f r4", "f r1 r2 r3 r4"],
    ["r1<gone r2", "r1 r2"],
  ])("of %s is %s", (notation, drawn) => {
    expect(treeOf(notation).drawn()).toBe(drawn);
  });

  test("of one parent is its members and theirs, without the groups", () => {
    const { leavesOf } = treeOf("f g<f r1<g f2<g r2<f2 r3");
    expect(leavesOf("f")).toBe("r1 f2 r2");
    expect(leavesOf("g")).toBe("r1 f2 r2");
    expect(leavesOf("r3")).toBe("");
  });

  test.each(boardSeeds())(
    "is every shape once, whatever the records say, seed %i",
    (seed) => {
      const random = seededRandom(seed);
      const count = 2 + randomInteger(random, 12);
      const names = Array.from(
        { length: count },
        (_, i) => `${randomItem(random, ["f", "g", "g", "r"])}${i}`,
      );
      const notation = names
        .map((name) =>
          random.next() < 0.8 ? `${name}<${randomItem(random, names)}` : name,
        )
        .join(" ");
      const { sorted, tree } = treeOf(notation);
      const expected = sorted.filter(({ kind }) => kind !== "group");
      const drawn = tree.flatten();
      expect(new Set(drawn), notation).toEqual(new Set(expected));
      expect(drawn).toHaveLength(expected.length);
      for (const shape of sorted) {
        let top = tree.parentOf(shape);
        for (let depth = 0; top; depth++, top = tree.parentOf(top))
          expect(depth, notation).toBeLessThan(count);
      }
    },
  );
});
