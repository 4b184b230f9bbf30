import { describe, expect, test } from "vitest";
import type { SettledPicture } from "@/client/renderer/settled-picture";
import { TileCache } from "@/client/renderer/tiles/tile-cache";
import { TILE_SIZE } from "@/client/renderer/tiles/tile";
import { onWholePixels, type View } from "@/client/renderer/view";
import { overlaps, type Box } from "@/core/geometry/box";
import { VIEW } from "../fakes";
import { RecordingSurface } from "../recording-surface";

/** A copy of a tile's picture on the screen. */
interface Copy {
  readonly tile: PaintedTile;
  readonly at: readonly [left: number, top: number];
  readonly size: readonly [width: number, height: number];
}

/** A tile's canvas on which each shape that was painted is a name. */
class PaintedTile extends RecordingSurface {
  names: string[] = [];

  override clearRect(): void {
    this.names = [];
  }
}

class Screen extends RecordingSurface {
  copies: Copy[] = [];

  override drawImage(image: unknown, ...numbers: number[]): void {
    const [left, top, width = TILE_SIZE, height = TILE_SIZE] =
      numbers.length > 2 ? numbers.slice(4) : numbers;
    this.copies.push({
      tile: image as PaintedTile,
      at: [left!, top!],
      size: [width, height],
    });
  }
}

interface Square extends Box {
  readonly name: string;
}

const squareAt = (name: string, x: number, y: number): Square => ({
  name,
  minX: x,
  minY: y,
  maxX: x + 10,
  maxY: y + 10,
});

/** A cache of a picture of squares, and a clock that goes on by `cost` with each square that is painted. */
function setUp(...squares: Square[]) {
  let time = 0;
  let cost = 0;
  let isInWork = false;
  const painted: string[] = [];
  const picture: SettledPicture = {
    watch: () => () => {},
    isInWork: () => isInWork,
    bounds: () =>
      squares.length === 0
        ? undefined
        : squares.reduce<Box>(
            (a, b) => ({
              minX: Math.min(a.minX, b.minX),
              minY: Math.min(a.minY, b.minY),
              maxX: Math.max(a.maxX, b.maxX),
              maxY: Math.max(a.maxY, b.maxY),
            }),
            squares[0]!,
          ),
    *paint(surface, _view, box) {
      for (const square of squares) {
        if (!overlaps(square, box)) continue;
        time += cost;
        painted.push(square.name);
        (surface as PaintedTile).names.push(square.name);
        yield;
      }
    },
  };
  let canvases = 0;
  const cache = new TileCache({
    picture,
    now: () => time,
    createPicture() {
      canvases += 1;
      const surface = new PaintedTile();
      return { surface, image: surface as unknown as OffscreenCanvas };
    },
  });
  const paint = (view: View) => {
    const screen = new Screen();
    painted.length = 0;
    const changesIn = cache.paint(screen, onWholePixels(view));
    return { changesIn, painted: [...painted], copies: screen.copies };
  };
  /** Paints until nothing is left to do. */
  const settle = (view: View = VIEW) => {
    let result = paint(view);
    for (let i = 0; result.changesIn !== undefined; i++) {
      if (i > 1_000) throw new Error("It never comes to rest.");
      time += result.changesIn;
      result = paint(view);
    }
    return result;
  };
  return {
    cache,
    squares,
    paint,
    settle,
    canvases: () => canvases,
    setInWork: (now: boolean) => (isInWork = now),
    setCost: (milliseconds: number) => (cost = milliseconds),
    wait: (milliseconds: number) => (time += milliseconds),
  };
}

const seenAt = (copies: readonly Copy[], left: number, top: number) =>
  copies.find(({ at }) => at[0] === left && at[1] === top)?.tile.names;

const at = (x: number, y: number, zoom = 1): View => ({
  ...VIEW,
  camera: { x, y, zoom },
});

describe("TileCache", () => {
  test("covers the window with tiles side by side", () => {
    const { paint } = setUp(squareAt("a", 10, 10), squareAt("b", 600, 10));
    const { copies, changesIn } = paint(VIEW);
    expect(copies).toHaveLength(6);
    expect(seenAt(copies, 0, 0)).toEqual(["a"]);
    expect(seenAt(copies, 512, 0)).toEqual(["b"]);
    expect(seenAt(copies, 1024, 512)).toEqual([]);
    expect(changesIn).toBeUndefined();
  });

  test("paints nothing again while the view pans, but what comes into view", () => {
    const { paint, settle } = setUp(
      squareAt("a", 10, 10),
      squareAt("b", 2600, 10),
    );
    settle();
    expect(paint(at(100.3, 7.6)).painted).toEqual([]);
    const { copies } = paint(at(100.3, 7.6));
    expect(seenAt(copies, -100, -8)).toEqual(["a"]);
    expect(paint(at(1400, 0)).painted).toEqual(["b"]);
  });

  test("paints what lies round the view while the hand rests, and not while it moves", () => {
    const { paint, settle } = setUp(
      squareAt("a", 10, 10),
      squareAt("b", 1600, 10),
      squareAt("c", 2600, 10),
    );
    settle();
    const { copies, painted } = paint(at(300, 0));
    expect(painted).toEqual([]);
    expect(seenAt(copies, 1536 - 300, 0)).toEqual(["b"]);
    expect(paint(at(1000, 0)).painted).toEqual([]);
    settle(at(1000, 0));
    expect(paint(at(1400, 0)).painted).toEqual([]);
  });

  test("paints a tile anew as a whole when it was mended and nothing changes any more", () => {
    const { cache, squares, paint, settle, setInWork } = setUp(
      squareAt("a", 10, 10),
      squareAt("far", 400, 400),
    );
    settle();
    squares.push(squareAt("new", 12, 12));
    cache.damage([squareAt("new", 12, 12)]);
    setInWork(true);
    expect(paint(VIEW).painted).toEqual(["a", "new"]);
    expect(paint(VIEW).changesIn).toBeUndefined();
    setInWork(false);
    expect(paint(VIEW).changesIn).toBeGreaterThan(0);
    const before = paint(VIEW).copies[0]?.tile;
    expect(settle().copies[0]?.tile).not.toBe(before);
    expect(paint(VIEW)).toMatchObject({ painted: [], changesIn: undefined });
  });

  test("paints a shape once that has moved by little", () => {
    const { cache, squares, paint, settle } = setUp(squareAt("a", 10, 10));
    settle();
    squares[0] = squareAt("a", 12, 10);
    cache.damage([squareAt("a", 10, 10), squares[0]]);
    expect(paint(VIEW).painted).toEqual(["a"]);
  });

  test("paints a change where it is seen, in the same frame", () => {
    const { cache, squares, paint, settle, setCost } = setUp(
      squareAt("a", 10, 10),
      squareAt("b", 40, 10),
      squareAt("c", 700, 10),
    );
    settle();
    setCost(100);
    const change = squareAt("new", 12, 12);
    squares.push(change);
    cache.damage([change]);
    expect(paint(VIEW).painted).toEqual(["a", "new"]);
  });

  test("paints a change that is out of view when it comes into view", () => {
    const { cache, squares, settle } = setUp(
      squareAt("a", 10, 10),
      squareAt("b", 1600, 10),
    );
    settle(at(1024, 0));
    settle(VIEW);
    squares[1] = squareAt("moved", 1700, 10);
    cache.damage([squareAt("b", 1600, 10), squares[1]]);
    const { copies } = settle(at(1024, 0));
    expect(seenAt(copies, 512, 0)).toEqual(["moved"]);
  });

  test("takes no longer than its budget, begins in the middle and goes on in the next frames", () => {
    const squares = [0, 512, 1024].flatMap((x) =>
      [0, 512].map((y) => squareAt(`${x},${y}`, x + 20, y + 20)),
    );
    const { paint, setCost, settle } = setUp(...squares);
    setCost(7);
    const first = paint(VIEW);
    expect(first.painted).toEqual(["512,0"]);
    expect(first.changesIn).toBe(0);
    expect(first.copies.length).toBeLessThan(6);
    expect(settle().copies).toHaveLength(6);
  });

  test("stops in the middle of a tile that takes long, and shows what there is of it where nothing else is", () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      squareAt(`${i}`, 520 + i, 20),
    );
    const { paint, setCost, settle } = setUp(...many);
    setCost(1);
    const { painted, copies } = paint(VIEW);
    expect(painted.length).toBeLessThan(10);
    expect(seenAt(copies, 512, 0)).toHaveLength(painted.length);
    expect(seenAt(settle().copies, 512, 0)).toHaveLength(30);
  });

  test("shows a board that comes in as far as it is painted, and of one that changes the old picture", () => {
    const { cache, squares, paint, setCost, settle } = setUp();
    const fill = (name: string) =>
      squares.splice(
        0,
        30,
        ...Array.from({ length: 30 }, (_, i) => squareAt(name, 520 + i, 20)),
      );
    const seen = () => paint(VIEW).copies.flatMap(({ tile }) => tile.names);
    settle();
    setCost(1);
    fill("new");
    cache.damage("everywhere");
    expect(seen()).toContain("new");
    settle();
    fill("newer");
    cache.damage("everywhere");
    expect(seen()).not.toContain("newer");
  });

  test("shows the old picture while everything is painted anew", () => {
    const { cache, squares, paint, setCost, settle } = setUp(
      squareAt("a", 520, 20),
    );
    settle();
    squares[0] = squareAt("b", 520, 20);
    cache.damage("everywhere");
    setCost(100);
    paint(VIEW);
    cache.damage("everywhere");
    const { copies } = paint({ ...VIEW, camera: { x: 1, y: 0, zoom: 1 } });
    expect(copies.length).toBe(6);
    expect(seenAt(settle().copies, 512, 0)).toEqual(["b"]);
  });

  test("shows something new of every tile while everything changes from frame to frame", () => {
    const squares = [0, 512, 1024].flatMap((x) =>
      [0, 512].map((y) => squareAt(`0 ${x},${y}`, x + 20, y + 20)),
    );
    const { cache, squares: shown, paint, setCost, settle } = setUp(...squares);
    settle();
    setCost(25);
    for (let round = 1; round <= 6; round++) {
      shown.forEach((square, i) => {
        const [, place] = square.name.split(" ");
        shown[i] = { ...square, name: `${round} ${place}` };
      });
      cache.damage("everywhere");
      paint(VIEW);
      // It comes in the middle of a tile, too.
      cache.damage("everywhere");
    }
    const seen = paint(VIEW).copies.map(({ tile }) => tile.names);
    expect(seen.filter(([name]) => name?.startsWith("0 "))).toEqual([]);
    const settled = settle().copies.map(({ tile }) => tile.names);
    expect(settled.filter(([name]) => !name?.startsWith("6 "))).toEqual([]);
  });

  test("paints what is in view before it makes the picture of the whole board", () => {
    const inView = [520, 40, 1040].map((x) => squareAt(`near ${x}`, x, 20));
    const { paint, setCost } = setUp(squareAt("far", 9_000, 9_000), ...inView);
    setCost(30);
    const painted: string[] = [];
    for (let result = paint(VIEW); ; result = paint(VIEW)) {
      painted.push(...result.painted);
      if (result.changesIn === undefined) break;
    }
    const firstFar = painted.indexOf("far");
    expect(firstFar).toBeGreaterThanOrEqual(inView.length);
    expect(new Set(painted.slice(0, firstFar)).size).toBe(inView.length);
  });

  test("takes more of a frame while the view rests", () => {
    const many = Array.from({ length: 90 }, (_, i) =>
      squareAt(`${i}`, 520 + i, 20),
    );
    const { paint, setCost } = setUp(...many);
    setCost(1);
    const moving = paint(at(1, 0)).painted.length;
    const resting = paint(at(1, 0)).painted.length;
    expect(resting).toBeGreaterThan(2 * moving);
    expect(paint(at(0, 0)).painted.length).toBe(moving);
  });

  test("does not forget a change that comes while a tile is being painted", () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      squareAt(`${i}`, 520 + 12 * i, 20),
    );
    const { cache, squares, paint, setCost, settle } = setUp(...many);
    setCost(1);
    paint(VIEW);
    const late = squareAt("late", 521, 21);
    squares.push(late);
    cache.damage([late]);
    expect(seenAt(settle().copies, 512, 0)).toContain("late");
  });

  test("stretches what it has while somebody zooms, and paints at the very scale once they rest", () => {
    const { paint, settle, wait } = setUp(squareAt("a", 10, 10));
    settle();
    const zooming = paint(at(0, 0, 1.25));
    expect(zooming.painted).toEqual([]);
    expect(zooming.copies[0]?.size).toEqual([640, 640]);
    expect(zooming.changesIn).toBeGreaterThan(50);
    wait(zooming.changesIn!);
    const rested = paint(at(0, 0, 1.25));
    expect(rested.painted).toEqual(["a"]);
    expect(rested.copies[0]?.size).toEqual([TILE_SIZE, TILE_SIZE]);
    expect(rested.changesIn).toBeUndefined();
  });

  test("leaves neither gaps nor overlaps between tiles that are stretched", () => {
    const { paint, settle } = setUp(squareAt("a", 10, 10));
    settle();
    const { copies } = paint(at(3.7, 2.2, 1.137));
    const rights = new Set(copies.map(({ at, size }) => at[0] + size[0]));
    for (const { at } of copies)
      if (at[0] > 0) expect(rights.has(at[0])).toBe(true);
  });

  test("shows a picture of the whole board where nothing better is there yet", () => {
    const { paint, settle, setCost } = setUp(
      squareAt("a", 0, 0),
      squareAt("far", 20_000, 20_000),
    );
    settle();
    setCost(100);
    const { copies } = paint(at(19_500, 19_700));
    const seen = copies.flatMap(({ tile }) => tile.names);
    expect(seen).toContain("far");
  });

  test("needs no picture of the whole board where all of it is in view", () => {
    const { settle, canvases } = setUp(squareAt("a", 10, 10));
    settle();
    expect(canvases()).toBe(6);
  });

  test("keeps no more pictures than it may, however far somebody goes", () => {
    const { cache, settle } = setUp(
      squareAt("a", 0, 0),
      squareAt("b", 100_000, 100),
    );
    for (let x = 0; x < 100_000; x += 1_000) settle(at(x, 0));
    for (let zoom = 0.1; zoom < 4; zoom *= 1.5) settle(at(0, 0, zoom));
    expect(cache.pictures).toBeLessThanOrEqual(64 + 12);
  });

  test("paints all anew in another theme and on another screen", () => {
    const { settle, paint } = setUp(squareAt("a", 10, 10));
    settle();
    expect(paint({ ...VIEW, theme: "dark" }).painted).toEqual(["a"]);
    expect(paint({ ...VIEW, theme: "dark", pixelRatio: 2 }).painted).toEqual([
      "a",
    ]);
  });
});
