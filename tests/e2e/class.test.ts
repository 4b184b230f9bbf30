import { systemClock } from "@/core/base/clock";
import { asBoardId } from "@/core/base/ids";
import { readDrawings } from "@/demo/drawings";
import { simulate } from "@/demo/simulate";
import { effort } from "../support/effort";
import type { ScreenXY } from "../support/person";
import { expect, test } from "./people";

const STROKE: readonly ScreenXY[] = [
  [600, 380],
  [640, 420],
  [680, 380],
];

test("three people work in the middle of a busy class, and all have the same board at its end", async ({
  ada,
  ben,
  cleo,
  server,
  together,
}) => {
  test.slow();
  const link = await together(ada, ben, cleo);
  const leaving = new AbortController();
  const lesson = simulate({
    people: effort.classSize,
    room: asBoardId(link.split("/").at(-1)!),
    syncUrl: `${server.url.replace("http", "ws")}/sync`,
    drawings: readDrawings("demo/quickdraw/drawings.ndjson"),
    clock: systemClock,
    seed: 11,
    going: leaving.signal,
  });
  const people = [ada, ben, cleo];
  for (const person of people)
    await person.expectPeople(effort.classSize + people.length);
  for (const person of people) {
    await person.drawStroke(STROKE);
    await person.expectSaved();
  }
  await expect
    .poll(async () => (await ada.shapes()).length)
    .toBeGreaterThan(effort.classSize + people.length);
  leaving.abort();
  await lesson;
  for (const person of people) {
    await person.expectPeople(people.length);
    await person.expectRemotePreviews(0);
    await person.expectSaved();
  }
  await ben.expectSameBoardAs(ada);
  await cleo.expectSameBoardAs(ada);
});
