import { asShapeId } from "@/core/base/ids";
import { SETTLED_CANVASES } from "../support/board-picture";
import { countWork, takeWork, type PageWork } from "../support/page-work";
import type { Person, ScreenXY } from "../support/person";
import { expect, test } from "./people";

const COLUMNS = 20;
const CELL = 30;
const LEFT = 320;
const TOP = 240;
const squares = Array.from({ length: 300 }, (_, i) => ({
  kind: "rectangle" as const,
  id: asShapeId(`square-${i}`),
  at: {
    x: LEFT + (i % COLUMNS) * CELL,
    y: TOP + Math.floor(i / COLUMNS) * CELL,
  },
  size: { width: 20, height: 20 },
  fill: "#a5d8ff",
}));
/** On the first square. */
const START: ScreenXY = [LEFT + 10, TOP + 10];
const STEPS = [1, 2, 3, 4].map((i): ScreenXY => [
  START[0] + 12 * i,
  START[1] + 5 * i,
]);
/** In a row, without a frame that the page asked for: a second of them at the usual pace. */
const IDLE_FRAMES = 60;
/** Within so many React has answered whatever was done. */
const CALM_FRAMES = 10;

test("what moves is painted on its own layer, without React, and at rest there is nothing to do", async ({
  ada,
  ben,
  together,
}) => {
  const link = await together(ben);
  const tab = await ada.newTab();
  await countWork(tab.page);
  await tab.open(link);
  expect((await takeWork(tab.page)).commits).toBeGreaterThan(0);
  await tab.loadShapes(squares);

  await test.step("an idle board asks for no animation frame", async () => {
    await calmDown(tab);
    expect(await takeWork(tab.page, IDLE_FRAMES)).toEqual(NOTHING);
  });

  await test.step("a pan by the wheel and by hand", async () => {
    await tab.page.mouse.move(...START);
    await calmDown(tab);
    for (const [x, y] of STEPS) await tab.page.mouse.wheel(x % 7, y % 5);
    expect((await takeWork(tab.page)).commits).toBe(0);
    await lookAtSquares(tab);
    await tab.page.keyboard.press("h");
    const work = await workOfDrag(tab, () => lookAtSquares(tab));
    expect(work.commits).toBe(0);
  });

  const undo = () => tab.page.keyboard.press("Control+z");

  await test.step("a stroke", async () => {
    await tab.page.keyboard.press("p");
    const work = await workOfDrag(tab, undo);
    expect(work.commits).toBe(0);
    expectOnlyMoving(work);
  });

  await test.step("a drag of one shape, and of some of many", async () => {
    await tab.page.keyboard.press("v");
    for (const count of [1, 100]) {
      await tab.page.evaluate(
        (ids) => window.__board!.select(ids),
        squares.slice(0, count).map(({ id }) => id),
      );
      const work = await workOfDrag(tab, undo);
      expect(work.commits).toBe(0);
      expectOnlyMoving(work);
    }
    await tab.page.keyboard.press("Escape");
  });

  await test.step("another's cursor", async () => {
    const cursors = () =>
      tab.page.evaluate(() => window.__board!.remoteCursors());
    await ben.page.mouse.move(...START);
    await expect.poll(cursors).toHaveLength(1);
    await calmDown(tab);
    for (const place of STEPS) await ben.page.mouse.move(...place);
    const [x, y] = STEPS.at(-1)!;
    await expect.poll(cursors).toMatchObject([{ at: { x, y } }]);
    const work = await takeWork(tab.page);
    expect(work.commits).toBe(0);
    expect(Object.keys(work.paints)).toEqual(["people"]);
  });
});

const NOTHING: PageWork = { frames: 0, commits: 0, paints: {} };

const lookAtSquares = (person: Person) =>
  person.setCamera({ x: 0, y: 0, zoom: 1 });

/**
 * Drags along the steps, and takes it back. Returns what was done before the button was let go: React's commits since it was
 * pressed, and the paints since something was on its way.
 */
async function workOfDrag(
  person: Person,
  takeBack: () => Promise<void>,
): Promise<PageWork> {
  // What the page loads late, such as the panel of what is selected, has come with the first time.
  await drag();
  await calmDown(person);
  return drag();

  async function drag(): Promise<PageWork> {
    const { mouse } = person.page;
    const [first, ...rest] = STEPS;
    await mouse.move(...START);
    await takeWork(person.page);
    await mouse.down();
    await mouse.move(...first!);
    const beginning = await takeWork(person.page);
    for (const place of rest) await mouse.move(...place);
    const underWay = await takeWork(person.page);
    await mouse.up();
    await takeBack();
    return { ...underWay, commits: beginning.commits + underWay.commits };
  }
}

/** Waits until all that was done is saved and shown. */
async function calmDown(person: Person): Promise<void> {
  await person.expectSaved();
  await expect.poll(() => takeWork(person.page, CALM_FRAMES)).toEqual(NOTHING);
}

/** Something moved, and what lies still was not touched. */
function expectOnlyMoving({ paints }: PageWork): void {
  expect(paints["moving"]).toBeGreaterThan(0);
  for (const canvas of SETTLED_CANVASES)
    expect(paints[canvas], canvas).toBeUndefined();
}
