import { describe, expect, it } from "vitest";
import type { Layer } from "@/client/renderer/layer";
import { Sheet } from "@/client/renderer/sheet";
import type { View } from "@/client/renderer/view";
import { VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

function fakeSheet(...layers: readonly Partial<Layer>[]) {
  const paints: View[] = [];
  const canvas = {
    width: 300,
    height: 150,
    style: { width: "", height: "", visibility: "", transform: "" },
  };
  const surface = new RecordingSurface();
  const withParts = (layer: Partial<Layer>): Layer => ({
    watch: () => () => {},
    isEmpty: () => false,
    ...layer,
    paint(...args) {
      paints.push(args[1]);
      return layer.paint?.(...args);
    },
  });
  const parts = layers.length === 0 ? [{}] : layers;
  const sheet = new Sheet(parts.map(withParts), canvas, surface);
  return { sheet, canvas, surface, paints };
}

describe("a sheet", () => {
  it("is painted when it is stale, and not again", () => {
    const { sheet, paints } = fakeSheet();
    expect(sheet.update(VIEW, 0)).toBeUndefined();
    sheet.update(VIEW, 1_000);
    expect(paints).toHaveLength(1);
    sheet.invalidate();
    sheet.update(VIEW, 2_000);
    expect(paints).toHaveLength(2);
  });

  it("is painted again when its picture changes by itself, and not before", () => {
    const { sheet, paints } = fakeSheet({ paint: () => 500 });
    expect(sheet.update(VIEW, 1_000)).toBe(500);
    expect(sheet.update(VIEW, 1_200)).toBe(300);
    expect(paints).toHaveLength(1);
    expect(sheet.update(VIEW, 1_500)).toBe(500);
    expect(paints).toHaveLength(2);
  });

  it("has a pixel for each of the device", () => {
    const { sheet, canvas } = fakeSheet();
    sheet.update({ ...VIEW, width: 1001, pixelRatio: 1.5 }, 0);
    expect(canvas).toMatchObject({ width: 1502, height: 1200 });
    expect(canvas.style.width).toBe(`${1502 / 1.5}px`);
  });

  it("is blank before it is painted again", () => {
    const { sheet, surface } = fakeSheet();
    sheet.update(VIEW, 0);
    sheet.invalidate();
    sheet.update(VIEW, 1);
    expect(surface.painted.map(({ call }) => call)).toEqual(["clearRect"]);
  });

  it("is taken away while there is nothing on it, without being painted", () => {
    let isEmpty = false;
    const { sheet, canvas, surface, paints } = fakeSheet({
      isEmpty: () => isEmpty,
    });
    sheet.update(VIEW, 0);
    expect(canvas.style.visibility).toBe("visible");
    isEmpty = true;
    for (const now of [1, 2, 3]) {
      sheet.invalidate();
      sheet.update(VIEW, now);
    }
    expect(canvas.style.visibility).toBe("hidden");
    expect(paints).toHaveLength(1);
    expect(surface.painted).toHaveLength(1);
  });
});

describe("a sheet of several layers", () => {
  it("paints them from the lowest to the highest, but for those that are empty", () => {
    const order: string[] = [];
    const layer = (name: string, isEmpty = false): Partial<Layer> => ({
      isEmpty: () => isEmpty,
      paint: () => void order.push(name),
    });
    const { sheet } = fakeSheet(layer("a"), layer("b", true), layer("c"));
    sheet.update(VIEW, 0);
    expect(order).toEqual(["a", "c"]);
  });

  it("is painted again when the first of them changes", () => {
    const { sheet } = fakeSheet({ paint: () => 900 }, { paint: () => 300 });
    expect(sheet.update(VIEW, 0)).toBe(300);
  });
});

describe("a sheet with something small on it", () => {
  const box = (minX: number, minY: number, size: number) => ({
    minX,
    minY,
    maxX: minX + size,
    maxY: minY + size,
  });

  it("is no larger than need be, and lies where that is seen", () => {
    const { sheet, canvas, paints } = fakeSheet({
      extent: () => box(300.5, 210, 50),
    });
    const camera = { x: 1000, y: 0, zoom: 2 };
    sheet.update({ ...VIEW, camera }, 0);
    expect(canvas).toMatchObject({ width: 256, height: 256 });
    expect(canvas.style.transform).toBe("translate(256px, 128px)");
    expect(paints[0]).toMatchObject({
      camera: { x: 1000 + 128, y: 64, zoom: 2 },
      width: 256,
      height: 256,
    });
  });

  it("fills the window where that does", () => {
    const { sheet, canvas } = fakeSheet({ extent: () => box(-50, -50, 5000) });
    sheet.update(VIEW, 0);
    expect(canvas).toMatchObject({ width: 1280, height: 800 });
    expect(canvas.style.transform).toBe("");
  });

  it("holds all of several layers, and fills the window where one may be anywhere", () => {
    const first = { extent: () => box(300, 210, 50) };
    const two = fakeSheet(first, { extent: () => box(600, 210, 50) });
    two.sheet.update(VIEW, 0);
    expect(two.canvas).toMatchObject({ width: 512, height: 256 });
    const three = fakeSheet(first, {});
    three.sheet.update(VIEW, 0);
    expect(three.canvas).toMatchObject({ width: 1280, height: 800 });
  });

  it.each([
    ["outside of the window", box(5000, 0, 10)],
    ["nowhere", undefined],
  ])("is taken away while that is %s", (_, extent) => {
    const { sheet, canvas, paints } = fakeSheet({ extent: () => extent });
    sheet.update(VIEW, 0);
    expect(canvas.style.visibility).toBe("hidden");
    expect(paints).toEqual([]);
  });
});
