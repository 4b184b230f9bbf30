import { describe, expect, it } from "vitest";
import { asShapeId, type ShapeId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { paintBox } from "@/core/shapes/placed-shape";
import { overlaps, type Box } from "@/core/geometry/box";
import { boardSeeds } from "../../../support/board-seeds";
import { squareAt, TestEditor } from "../../../support/test-editor";

const EVERYWHERE = { minX: -1e6, minY: -1e6, maxX: 1e6, maxY: 1e6 };
const idsIn = ({ editor }: TestEditor, box: Box) =>
  editor.shapes.shapesIn(box).map(({ id }) => id);

describe("the index of shapes", () => {
  it("finds those within a box, in drawing order", () => {
    const ada = new TestEditor();
    const near = [ada.addSquare(50, 0), ada.addSquare(0, 0)];
    ada.addSquare(1000, 1000);
    expect(idsIn(ada, { minX: 0, minY: 0, maxX: 300, maxY: 300 })).toEqual(
      near,
    );
  });

  it("follows what is added, moved and removed, here and elsewhere", () => {
    const ada = new TestEditor();
    const here = { minX: 0, minY: 0, maxX: 150, maxY: 150 };
    const id = ada.addSquare(0, 0);
    expect(idsIn(ada, here)).toEqual([id]);
    ada.byOther((draft) => draft.set(id, { at: { x: 500, y: 500 } }));
    expect(idsIn(ada, here)).toEqual([]);
    ada.byOther((draft) => draft.remove(id));
    expect(ada.editor.shapes.size).toBe(0);
    ada.byOther((draft) => draft.add(squareAt(10, 10)));
    expect(idsIn(ada, here)).toHaveLength(1);
  });

  it("follows a change of the drawing order", () => {
    const ada = new TestEditor();
    const [lower, upper] = [ada.addSquare(0, 0), ada.addSquare(0, 0)];
    ada.byOther((draft) => {
      const top = draft.get(upper)!.index;
      draft.set(lower, { index: `${top}V` });
    });
    expect(idsIn(ada, EVERYWHERE)).toEqual([upper, lower]);
    expect(
      ada.editor.shapes.inOrder([lower, upper]).map(({ id }) => id),
    ).toEqual([upper, lower]);
  });

  it("leaves out, of ids that are asked for, those that are not on the board", () => {
    const ada = new TestEditor();
    const [id, gone] = [ada.addSquare(0, 0), ada.addSquare(0, 0)];
    ada.byOther((draft) => draft.remove(gone));
    expect(ada.editor.shapes.inOrder([gone, id]).map(({ id }) => id)).toEqual([
      id,
    ]);
  });

  it("tells the places of few new shapes, and of many that all is to be painted anew", () => {
    const ada = new TestEditor();
    const damage: unknown[] = [];
    ada.editor.shapes.onDamage((where) => damage.push(where));
    const addSquares = (count: number) =>
      ada.byOther((draft) => {
        for (let i = 0; i < count; i++) draft.add(squareAt(i, i));
      });
    addSquares(2);
    expect(damage).toEqual([
      [...ada.editor.shapes.shapesIn(EVERYWHERE)].map(
        (shape) => expect.objectContaining(paintBox(shape)) as unknown,
      ),
    ]);
    damage.length = 0;
    addSquares(300);
    expect(damage).toEqual(["everywhere"]);
  });

  it.each(boardSeeds(3))(
    "holds the same after one change of many as after many of one, seed %i",
    (seed) => {
      const random = seededRandom(seed);
      const [together, oneByOne] = [new TestEditor(), new TestEditor()];
      const coordinate = () => Math.round(random.next() * 2_000);
      const squares = Array.from({ length: 250 }, (_, i) => ({
        ...squareAt(coordinate(), coordinate()),
        id: asShapeId(`shape-${i}`),
      }));
      together.byOther((draft) => {
        for (const square of squares) draft.add(square);
      });
      for (const square of squares)
        oneByOne.byOther((draft) => draft.add(square));
      expect(together.editor.shapes.bounds()).toEqual(
        oneByOne.editor.shapes.bounds(),
      );
      for (let i = 0; i < 20; i++) {
        const [minX, minY] = [coordinate(), coordinate()];
        const box = { minX, minY, maxX: minX + 300, maxY: minY + 300 };
        expect(idsIn(together, box)).toEqual(idsIn(oneByOne, box));
      }
    },
  );

  it("tells what is topmost at a place", () => {
    const ada = new TestEditor();
    const lower = ada.addSquare(0, 0);
    const upper = ada.addSquare(50, 50);
    const topmostAt = (x: number, y: number) =>
      ada.editor.shapes.topmostAt({ x, y }, 0)?.id;
    expect(topmostAt(75, 75)).toBe(upper);
    expect(topmostAt(25, 25)).toBe(lower);
    expect(topmostAt(500, 500)).toBeUndefined();
  });

  it("has told the board's listeners nothing that it does not know", () => {
    const ada = new TestEditor();
    let sizeAtChange = 0;
    ada.editor.shapes.observe(() => (sizeAtChange = ada.editor.shapes.size));
    ada.addSquare(0, 0);
    expect(sizeAtChange).toBe(1);
  });

  it.each([1, 2, 3])("agrees with the board after edits by seed %i", (seed) => {
    const ada = new TestEditor();
    const random = seededRandom(seed);
    const place = () => Math.round(random.next() * 2000);
    const anyId = (): ShapeId | undefined =>
      ada.board.inOrder()[Math.floor(random.next() * ada.board.size)]?.id;
    for (let i = 0; i < 120; i++) {
      const id = anyId();
      const choice = random.next();
      if (!id || choice < 0.5) ada.addSquare(place(), place());
      else
        ada.byOther((draft) => {
          if (choice < 0.7) draft.remove(id);
          else draft.set(id, { at: { x: place(), y: place() } });
        });
    }
    const box = { minX: 500, minY: 500, maxX: 1200, maxY: 1300 };
    const expected = ada.board
      .inOrder()
      .filter((shape) => overlaps(paintBox(shape), box))
      .map(({ id }) => id);
    expect(idsIn(ada, box)).toEqual(expected);
  });
});
