import { describe, expect, test } from "vitest";
import { PERSON_COLOURS } from "@/core/protocol/person";
import { TestRooms } from "../../../support/server-room";

const [red] = PERSON_COLOURS;

describe("the roster", () => {
  test("tells who comes and who leaves", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");

    expect(ada.last("roster")).toMatchObject({
      full: false,
      joined: [{ slot: 1, user: "ben", name: "ben" }],
      left: [],
    });
    expect(ben.all("roster")[0]?.joined.map(({ name }) => name)).toEqual([
      "ada",
      "ben",
    ]);
    ben.leave();
    rooms.settle();

    expect(ada.last("roster")).toEqual({
      kind: "roster",
      full: false,
      joined: [],
      left: [1],
    });
  });

  test("tells of a new name, in all tabs of the person", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const tab = await rooms.join("ada");

    tab.hello("  Ada\u202E   Lovelace ");
    rooms.settle();

    expect(
      ada.last("roster")?.joined.map(({ slot, name }) => ({ slot, name })),
    ).toEqual([
      { slot: 0, name: "Ada Lovelace" },
      { slot: 1, name: "Ada Lovelace" },
    ]);
    expect(tab.all("welcome")).toHaveLength(1);
  });

  test("gives no two people the same colour, and one person one colour", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.hello("ada", red);
    const tab = await rooms.join("ada");
    const ben = await rooms.join("ben");
    ben.hello("ben", red);
    rooms.settle();

    const cy = await rooms.join("cy");
    const colours = cy.all("roster")[0]!.joined.map(({ colour }) => colour);

    expect(colours.slice(0, 2)).toEqual([red, red]);
    expect(new Set(colours).size).toBe(3);
    const free = PERSON_COLOURS.find((colour) => !colours.includes(colour))!;
    tab.hello("ada", free);
    rooms.settle();
    expect(cy.last("roster")?.joined.map(({ colour }) => colour)).toEqual([
      free,
      free,
    ]);
  });

  test("makes up a name for who has none, and lists stock clients as guests", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.connect("ada");
    ada.hello(" \u200b ");
    await rooms.join("ben", { isStock: true });
    const cy = await rooms.join("cy");

    const names = cy.all("roster")[0]!.joined.map(({ name }) => name);

    expect(names).toEqual([
      expect.stringMatching(/^[A-Z]\w+ [A-Z]\w+$/),
      expect.stringMatching(/^[A-Z]\w+ [A-Z]\w+$/),
      "cy",
    ]);
  });
});

describe("the count", () => {
  test("is told to everybody, and falls when a person has been gone for five seconds", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    const tab = await rooms.join("ben");
    expect(ada.last("count")?.people).toBe(2);
    expect(tab.last("count")?.people).toBe(2);

    ben.leave();
    tab.leave();
    rooms.clock.advance(4_900);
    expect(ada.last("count")?.people).toBe(2);
    rooms.clock.advance(200);

    expect(ada.last("count")?.people).toBe(1);
    const versions = ada.all("count").map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });
});
