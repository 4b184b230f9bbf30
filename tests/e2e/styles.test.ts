import type { NewShape } from "@/core/board/draft";
import type { Person } from "../support/person";
import { expect, test } from "./people";

const SIZE = { width: 120, height: 80 };
const shapes: NewShape[] = [
  { kind: "rectangle", at: { x: 500, y: 250 }, size: SIZE, stroke: "#e03131" },
  { kind: "ellipse", at: { x: 700, y: 250 }, size: SIZE, stroke: "#1971c2" },
];

const radio = (person: Person, group: string, name: string) =>
  person.stylePanel
    .getByRole("radiogroup", { name: group, exact: true })
    .getByRole("radio", { name, exact: true });

test("what is chosen in the style panel is seen by all, and is one step", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes(shapes);
  await ben.expectShapeCount(2);
  await ada.page.keyboard.press("v");
  await expect(ada.stylePanel).toBeHidden();
  await ada.page.mouse.click(500, 290);
  await radio(ada, "Colour", "Green").click();
  await radio(ada, "Fill", "Blue").click();
  await radio(ada, "Width", "Thick").click();
  await radio(ada, "Dash", "Dashed").click();
  await radio(ada, "Corners", "Very round").click();
  await ben.expectShapesLike([
    {
      ...{ stroke: "#2f9e44", fill: "#a5d8ff", strokeWidth: 4 },
      ...{ dash: "dashed", radius: expect.any(Number) },
    },
    { stroke: "#1971c2" },
  ]);
  for (let i = 0; i < 5; i++) await ada.press("Undo");
  await ben.expectShapesLike([
    { stroke: "#e03131", fill: undefined, dash: "solid" },
    {},
  ]);
  await ben.expectSameBoardAs(ada);
});

test("shapes that differ are said to be mixed until a choice makes them alike", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes(shapes);
  await ben.expectShapeCount(2);
  await ada.page.keyboard.press("Control+a");
  const mixed = ada.stylePanel.getByText("mixed");
  await expect(mixed).toHaveCount(1);
  const colours = ada.stylePanel.getByRole("radiogroup", { name: "Colour" });
  await expect(colours.getByRole("radio", { checked: true })).toHaveCount(0);

  await radio(ada, "Colour", "Orange").click();
  await expect(mixed).toHaveCount(0);
  await ben.expectShapesLike([{ stroke: "#f08c00" }, { stroke: "#f08c00" }]);
  await ada.press("Undo");
  await ben.expectShapesLike([{ stroke: "#e03131" }, { stroke: "#1971c2" }]);
  await expect(mixed).toHaveCount(1);
});

test("a style is kept for the next shape, and carried from one to another", async ({
  ada,
  together,
}) => {
  await together(ada);
  await ada.loadShapes(shapes);
  await ada.takeTool("Diamond");
  await radio(ada, "Fill", "Green").click();
  await ada.page.mouse.click(600, 500);
  await ada.expectShapesLike([{}, {}, { kind: "diamond", fill: "#b2f2bb" }]);
  await ada.page.keyboard.press("Control+Alt+c");
  await ada.page.mouse.click(500, 290);
  await ada.page.keyboard.press("Control+Alt+v");
  await ada.expectShapesLike([{ kind: "rectangle", fill: "#b2f2bb" }, {}, {}]);
});
