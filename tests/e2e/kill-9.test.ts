import { RunningServer } from "../support/running-server";
import type { ScreenXY } from "../support/person";
import { expect, test } from "./people";

/** A page that could not reconnect for long tries again after up to half a minute. */
const LONGEST_WAIT = 45_000;

const strokeAt = (i: number): ScreenXY[] => [
  [420 + i * 40, 300],
  [440 + i * 40, 360],
  [430 + i * 40, 420],
];

test("what said Saved is there after the server was killed, and drawing goes on", async ({
  ada,
  ben,
  cleo,
}) => {
  test.slow();
  const server = await RunningServer.start();
  try {
    const link = await ada.createBoard(server.url);
    await ben.open(link);
    await ada.openChat();
    await ada.say("Kept");
    await expect(ada.messages.getByText("Kept")).toBeVisible();
    for (let i = 0; i < 5; i++) await ada.drawStroke(strokeAt(i));
    await ada.expectSaved();
    await ben.expectShapeCount(5);

    await server.kill();
    await expect(ada.saveLine).toHaveText(/Reconnecting|Offline/);
    await ada.drawStroke(strokeAt(5));
    await expect(ada.saveLine).toHaveText(/1 change waiting/);

    await server.restart();
    for (const person of [ada, ben]) await person.hearNetwork();
    await ada.expectSaved({ timeout: LONGEST_WAIT });
    await ben.expectShapeCount(6);

    // Now with three pens down.
    await cleo.open(link);
    const people = [ada, ben, cleo];
    await Promise.all(
      people.map((person, i) => person.startStroke(strokeAt(6 + i))),
    );
    await server.kill();
    for (const person of people) await person.liftPen();
    await server.restart();
    for (const person of people) await person.hearNetwork();
    for (const person of people)
      await person.expectSaved({ timeout: LONGEST_WAIT });
    for (const person of people) await person.expectShapeCount(9);
    await ben.expectSameBoardAs(ada);
    await cleo.expectSameBoardAs(ada);

    const latecomer = await ben.context.newPage();
    await latecomer.goto(link);
    await latecomer.waitForFunction(
      () => window.__board?.shapes().length === 9,
    );
    expect(await latecomer.evaluate(() => window.__board!.shapes())).toEqual(
      await ada.shapes(),
    );
    await latecomer.getByRole("button", { name: /^Chat/ }).click();
    await expect(latecomer.getByRole("log")).toContainText("Kept");
  } finally {
    await server.dispose();
  }
});
