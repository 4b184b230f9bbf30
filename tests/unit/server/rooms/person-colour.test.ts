import { expect, test } from "vitest";
import { asUserId } from "@/core/base/ids";
import { PERSON_COLOURS } from "@/core/protocol/person";
import { chooseColour } from "@/server/rooms/person-colour";

const [red, violet] = PERSON_COLOURS;
const nobody: ReadonlySet<string> = new Set();

test("a person gets the same colour each time, if it is free", () => {
  const choose = () =>
    chooseColour({ user: asUserId("ada"), wish: undefined, taken: nobody });

  expect(choose()).toBe(choose());
  expect(PERSON_COLOURS).toContain(choose());
});

test("no two people look alike while a colour is free", () => {
  const taken = new Set<string>();
  for (let i = 0; i < PERSON_COLOURS.length; i++)
    taken.add(chooseColour({ user: asUserId(`${i}`), wish: red, taken }));

  expect(taken.size).toBe(PERSON_COLOURS.length);
});

test("when all are taken, a person gets one all the same", () => {
  const taken = new Set<string>(PERSON_COLOURS);
  const user = asUserId("ada");

  expect(PERSON_COLOURS).toContain(
    chooseColour({ user, wish: undefined, taken }),
  );
});

test("a wish is heeded when it is a person's colour and free", () => {
  const user = asUserId("ada");

  expect(chooseColour({ user, wish: violet, taken: nobody })).toBe(violet);
  expect(
    chooseColour({ user, wish: violet, taken: new Set([violet]) }),
  ).not.toBe(violet);
  expect(chooseColour({ user, wish: "#ffffff", taken: nobody })).not.toBe(
    "#ffffff",
  );
});
