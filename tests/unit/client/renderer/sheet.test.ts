import { describe, expect, it } from "vitest";
import type { Layer } from "@/client/renderer/layer";
import { Sheet } from "@/client/renderer/sheet";
import { VIEW } from "./fakes";
import { RecordingSurface } from "./recording-surface";

function fakeSheet(layer: Partial<Layer> = {}) {
  let paints = 0;
  const canvas = {
    width: 300,
    height: 150,
    style: { width: "", height: "", visibility: "" },
  };
  const surface = new RecordingSurface();
  const sheet = new Sheet(
    {
      watch: () => () => {},
      isEmpty: () => false,
      paint: (...args) => {
        paints += 1;
        return layer.paint?.(...args);
      },
      ...(layer.isEmpty && { isEmpty: layer.isEmpty }),
    },
    canvas,
    surface,
  );
  return { sheet, canvas, surface, paints: () => paints };
}

describe("a sheet", () => {
  it("is painted when it is stale, and not again", () => {
    const { sheet, paints } = fakeSheet();
    expect(sheet.update(VIEW, 0)).toBeUndefined();
    sheet.update(VIEW, 1_000);
    expect(paints()).toBe(1);
    sheet.invalidate();
    sheet.update(VIEW, 2_000);
    expect(paints()).toBe(2);
  });

  it("is painted again when its picture changes by itself, and not before", () => {
    const { sheet, paints } = fakeSheet({ paint: () => 500 });
    expect(sheet.update(VIEW, 1_000)).toBe(500);
    expect(sheet.update(VIEW, 1_200)).toBe(300);
    expect(paints()).toBe(1);
    expect(sheet.update(VIEW, 1_500)).toBe(500);
    expect(paints()).toBe(2);
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
    expect(paints()).toBe(1);
    expect(surface.painted).toHaveLength(1);
  });
});
