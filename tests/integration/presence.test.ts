import { describe, expect, test } from "vitest";
import type { ClientControl } from "@/core/protocol/control-message";
import {
  MAX_SHOWN_SELECTION,
  REACTIONS_BURST,
  SAY_BURST,
} from "@/core/protocol/limits";
import { REACTIONS } from "@/core/protocol/reactions";
import { RawClient } from "../support/raw-client";
import { startServerInMemory } from "../support/server";

type Presence = Extract<ClientControl, { kind: "presence" }>;

const drawing: Presence = {
  kind: "presence",
  selection: ["shape-1"],
  tool: "draw",
  hand: false,
  idle: false,
};
const box = { minX: 0, minY: 0, maxX: 10, maxY: 10 };
const at = { x: 1, y: 2 };
const emoji = REACTIONS[0];

/** Two people in one room, and how one more comes. */
async function openRoom() {
  const { url, syncUrl } = await startServerInMemory();
  const join = (name: string, page?: Parameters<typeof RawClient.join>[2]) =>
    RawClient.join(`${syncUrl}/plans`, name, page);
  const [ada, ben] = [await join("Ada"), await join("Ben")];
  return { url, join, ada, ben, slot: ada.last("welcome")!.slot };
}

describe("what a person does", () => {
  test("reaches the others with the slot of the one who does it", async () => {
    const { ada, ben, slot } = await openRoom();

    ada.control(drawing);
    ada.control({ kind: "say", text: "Here" });
    ada.control({ kind: "reaction", emoji, at });
    ada.control({ kind: "summon", box });
    await ben.until(() => ben.has("summon"));

    expect(ben.last("presence")).toEqual({
      kind: "presence",
      selection: ["shape-1"],
      tool: "draw",
      idle: false,
      slot,
    });
    expect(ben.last("say")).toEqual({ kind: "say", slot, text: "Here" });
    expect(ben.last("reaction")).toEqual({ kind: "reaction", slot, emoji, at });
    expect(ben.last("summon")).toEqual({ kind: "summon", slot, box });
  });

  test("is told to a newcomer, of every member", async () => {
    const { join, ada, ben, slot } = await openRoom();
    ada.control(drawing);
    ben.control({ ...drawing, tool: "select", idle: true });
    await ada.until(() => ada.all("presence").some(({ idle }) => idle));

    const cy = await join("Cy");
    await cy.until(() => cy.all("presence").length === 2);

    const tools = new Map(
      cy.all("presence").map((one) => [one.slot, one.tool]),
    );
    expect(tools).toEqual(
      new Map([
        [slot, "draw"],
        [ben.last("welcome")!.slot, "select"],
      ]),
    );
  });

  test("leaves a raised hand its time when the person comes back at once", async () => {
    const { url, join, ben } = await openRoom();
    const visit = await fetch(`${url}/`);
    const cookie = visit.headers.get("set-cookie")!.split(";")[0]!;
    const page = { origin: url, headers: { cookie } };
    const hands = () =>
      ben.all("presence").flatMap(({ handRaisedAt }) => handRaisedAt ?? []);
    const cy = await join("Cy", page);
    cy.control({ ...drawing, hand: true });
    await ben.until(() => hands().length === 1);
    cy.socket.terminate();
    await ben.until(() =>
      ben.all("roster").some(({ left }) => left.length > 0),
    );

    const again = await join("Cy", page);
    again.control({ ...drawing, hand: true });
    await ben.until(() => hands().length === 2);

    expect(hands()[1]).toBe(hands()[0]);
  });
});

describe("too much of it", () => {
  test.each<[string, ClientControl, number]>([
    ["SAY_TOO_FAST", { kind: "say", text: "Here" }, SAY_BURST * 2],
    ["REACTION_TOO_FAST", { kind: "reaction", emoji, at }, REACTIONS_BURST * 2],
    ["SUMMON_TOO_SOON", { kind: "summon", box }, 2],
  ])(
    "is answered with %s, to the sender alone",
    async (code, message, times) => {
      const { ada, ben } = await openRoom();

      for (let i = 0; i < times; i++) ada.control(message);
      await ada.until(() => ada.has("error"));
      // Whatever the room had to say of these stands before the answer to this.
      ada.control(drawing);
      await ben.until(() => ben.has("presence"));

      expect(ada.last("error")).toEqual({ kind: "error", code });
      expect(ben.has("error")).toBe(false);
      expect(ada.isOpen && ben.isOpen).toBe(true);
    },
  );
});

describe("what is no such message", () => {
  test.each<[string, unknown]>([
    ["an unknown emoji", { kind: "reaction", emoji: "no emoji", at }],
    ["a box inside out", { kind: "summon", box: { ...box, maxX: -1 } }],
    [
      "too long a selection",
      {
        ...drawing,
        selection: Array.from({ length: MAX_SHOWN_SELECTION + 1 }, String),
      },
    ],
  ])("%s ends the sender's connection alone", async (_, message) => {
    const { join, ada, ben } = await openRoom();
    const cy = await join("Cy");

    cy.control(message as ClientControl);
    expect(await cy.whenClosed()).toMatchObject({ code: 4400 });
    ada.control(drawing);
    await ben.until(() => ben.has("presence"));

    expect(ben.all("presence")).toHaveLength(1);
    expect(ben.has("reaction") || ben.has("summon")).toBe(false);
    expect(ada.isOpen && ben.isOpen).toBe(true);
  });
});
