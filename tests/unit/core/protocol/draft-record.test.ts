import { expect, test } from "vitest";
import { asShapeId, asUserId } from "@/core/base/ids";
import {
  readDraftRecord,
  writeDraftRecord,
} from "@/core/protocol/draft-record";
import { MAX_DRAFT_LENGTH } from "@/core/protocol/limits";
import { shapeOf } from "../../../support/live-entries";

test("a shape's looks come through, but not who makes it", () => {
  const shape = shapeOf("s", {
    kind: "rectangle",
    fill: "#a5d8ff",
    fillStyle: "hatch",
    strokeWidth: 4,
    opacity: 0.5,
  });
  const record = writeDraftRecord({ ...shape, author: asUserId("me") });

  expect(readDraftRecord(shape.id, record)).toEqual(shape);
  expect(record).not.toContain("me");
});

test("a shape of an unknown kind is not read", () => {
  expect(readDraftRecord(asShapeId("s"), '{"kind":"teapot"}')).toBeUndefined();
  expect(readDraftRecord(asShapeId("s"), '{"kind":"ink"}')).toBeUndefined();
});

test("a new shape of any kind is far shorter than is allowed", () => {
  for (const kind of ["note", "text", "frame", "arrow", "ellipse"])
    expect(writeDraftRecord(shapeOf("s", { kind })).length).toBeLessThan(
      MAX_DRAFT_LENGTH / 10,
    );
});
