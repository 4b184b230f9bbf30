import { describe, expect, test } from "vitest";
import { boardPoint } from "@/core/geometry/point";
import type { AccessAction } from "@/core/protocol/access";
import { ManagedRoom, type Person } from "../support/managed-room";
import { joinStock } from "../support/stock-client";
import { visitor } from "../support/visitor";

const PLACE = boardPoint(1, 2);

/** A room with somebody in it who may do no more than the role lets them. */
async function openWith(role: "editor" | "commenter" | "viewer") {
  const room = await ManagedRoom.open();
  const ben = await room.join("Ben");
  const action = { do: "set-role", user: ben.user, role } as const;
  expect(await room.owner.manage(action)).toBe("done");
  return { room, ben };
}

describe("drawing", () => {
  test.each(["viewer", "commenter"] as const)(
    "is refused to a %s, who is told so and stays, and nobody sees it",
    async (role) => {
      const { room, ben } = await openWith(role);

      ben.draw("ben's");

      expect(await ben.saving()).toBe("MAY_NOT_DRAW");
      expect(ben.client.last("error")?.code).toBe("MAY_NOT_DRAW");
      expect(await room.drawn()).toEqual(["first"]);
      room.owner.draw("second");
      await ben.client.until(() =>
        ben.client.doc.getMap("shapes").has("second"),
      );
    },
  );

  test("a viewer who has drawn nothing has all of it saved, and their answer to a first sync is no change", async () => {
    const { room, ben } = await openWith("viewer");
    const notes = room.owner.client.doc.getMap("notes");
    notes.set("a", 1);
    notes.delete("a");
    await room.owner.client.saved();
    const again = await room.join("Ben", ben.who);

    expect(await again.saving()).toBe("saved");
    expect(again.client.all("error")).toEqual([]);
  });

  test("what was refused is taken in once its maker may draw again", async () => {
    const { room, ben } = await openWith("viewer");
    ben.draw("ben's");
    expect(await ben.saving()).toBe("MAY_NOT_DRAW");

    await room.owner.manage({ do: "give-pen", user: ben.user });

    await expect.poll(() => room.drawn()).toEqual(["ben's", "first"]);
    expect(await ben.saving()).toBe("saved");
  });

  test("what a viewer does to the board is not shown to the others either, while their cursor is", async () => {
    const { room, ben } = await openWith("viewer");
    const slot = ben.client.last("welcome")!.slot;

    ben.client.gesture(
      { kind: "begin", gesture: 1, what: "erase" },
      { kind: "cursor", at: PLACE },
    );

    const { live } = room.owner.client;
    await room.owner.client.until(() => live.some((one) => one.slot === slot));
    expect(
      live.filter((one) => one.slot === slot).map(({ entry }) => entry.kind),
    ).toEqual(["cursor"]);
  });

  test("gestures of one who loses the right are taken away", async () => {
    const { room, ben } = await openWith("editor");
    const { live } = room.owner.client;
    ben.client.gesture({ kind: "begin", gesture: 1, what: "erase" });
    await room.owner.client.until(() => live.length > 0);

    await room.owner.manage({ do: "lock", on: true });

    await room.owner.client.until(() => live.at(-1)?.entry.kind === "cancel");
  });

  test("is refused to a stock client of a viewer, too", async () => {
    const room = await ManagedRoom.open();
    await room.owner.manage({ do: "set-link", role: "viewer" });
    const stock = await joinStock(room.server.syncUrl, "plans");
    stock.doc.getMap("shapes").set("stock", 1);
    room.owner.draw("second");

    await expect
      .poll(() => stock.doc.getMap("shapes").has("second"))
      .toBe(true);
    expect(await room.drawn()).toEqual(["first", "second"]);
    expect(stock.provider.wsconnected).toBe(true);
  });

  test("is the owner's and the pen's alone while the room is locked", async () => {
    const { room, ben } = await openWith("editor");
    const cy = await room.join("Cy");
    await room.owner.manage({ do: "lock", on: true });
    await room.owner.manage({ do: "give-pen", user: cy.user });

    ben.draw("ben's");
    cy.draw("cy's");
    room.owner.draw("ada's");

    expect(await ben.saving()).toBe("MAY_NOT_DRAW");
    expect(await cy.saving()).toBe("saved");
    expect(await room.drawn()).toEqual(["ada's", "cy's", "first"]);
    await room.owner.manage({ do: "lock", on: false });
    await expect.poll(() => room.drawn()).toContain("ben's");
  });

  test("with a pen ends when its time is over, or it is taken back", async () => {
    const { room, ben } = await openWith("viewer");
    const { client } = ben;
    await room.owner.manage({ do: "give-pen", user: ben.user, forMs: 1_000 });
    await client.until(() => client.last("role")?.mayDraw === true);
    await client.until(() => client.last("role")?.mayDraw === false);

    await room.owner.manage({ do: "give-pen", user: ben.user });
    await client.until(() => client.last("role")?.hasPen === true);
    await room.owner.manage({ do: "take-pen", user: ben.user });
    await client.until(() => client.last("role")?.hasPen === false);
    ben.draw("ben's");
    expect(await ben.saving()).toBe("MAY_NOT_DRAW");
  });
});

describe("the chat", () => {
  test("is closed to viewers and open to commenters", async () => {
    const { room, ben } = await openWith("viewer");
    expect(await ben.say("hello")).toBe("MAY_NOT_CHAT");
    ben.client.control({ kind: "say", text: "hello" });
    ben.client.control({ kind: "look", at: PLACE });
    ben.client.control({ kind: "reaction", emoji: "👍", at: PLACE });
    await ben.client.until(() => ben.client.all("error").length === 4);
    expect(new Set(ben.client.all("error").map(({ code }) => code))).toEqual(
      new Set(["MAY_NOT_CHAT"]),
    );

    const action = {
      do: "set-role",
      user: ben.user,
      role: "commenter",
    } as const;
    await room.owner.manage(action);
    expect(await ben.say("hello")).toBe("said");
  });

  test("can be the owner's alone", async () => {
    const room = await ManagedRoom.open();
    const ben = await room.join("Ben");
    expect(await ben.say("before")).toBe("said");
    const seq = ben.client.last("chat")!.message.seq;
    await room.owner.manage({ do: "set-chat", mode: "owner" });

    expect(await ben.say("after")).toBe("MAY_NOT_CHAT");
    ben.client.control({ kind: "chat-edit", seq, text: "changed" });
    await ben.client.until(() => ben.client.last("error")?.seq === seq);
    expect(await room.owner.say("mine")).toBe("said");
    // What one has said one may always take back.
    ben.client.control({ kind: "chat-delete", seq });
    await ben.client.until(
      () => ben.client.last("chat")?.message.deletedAt !== undefined,
    );
  });

  test("can be slow, for all but the owner", async () => {
    const room = await ManagedRoom.open();
    const ben = await room.join("Ben");
    await room.owner.manage({ do: "set-chat", mode: "slow" });

    expect(await ben.say("one")).toBe("said");
    expect(await ben.say("two")).toBe("CHAT_SLOW");
    expect(await room.owner.say("one of Ada's")).toBe("said");
    expect(await room.owner.say("two of Ada's")).toBe("said");
  });
});

describe("what owners decide", () => {
  const ACTIONS: AccessAction[] = [
    { do: "set-link", role: "none" },
    { do: "set-chat", mode: "owner" },
    { do: "lock", on: true },
    { do: "set-password", password: "secret" },
    { do: "set-role", user: "x", role: "viewer" },
    { do: "kick", user: "x" },
    { do: "ban", user: "x", withAddress: true },
    { do: "unban", user: "x" },
    { do: "give-pen", user: "x" },
    { do: "take-pen", user: "x" },
    { do: "invite", role: "editor" },
    { do: "revoke", invite: "x" },
    { do: "transfer", user: "x" },
  ];

  test("is decided by nobody else, and seen by nobody else", async () => {
    const { room, ben } = await openWith("editor");
    for (const action of ACTIONS) {
      const about = "user" in action ? { ...action, user: ben.user } : action;
      expect(await ben.manage(about)).toBe("MAY_NOT_MANAGE");
    }
    expect(ben.client.all("access")).toEqual([]);
    expect(ben.client.last("role")).toMatchObject({
      role: "editor",
      isLocked: false,
    });
    expect(room.owner.client.isOpen).toBe(true);
  });

  test("cannot be done to the owner, nor to somebody who is not there", async () => {
    const room = await ManagedRoom.open();
    for (const user of [room.owner.user, "nobody"])
      for (const action of ACTIONS)
        if ("user" in action)
          expect(await room.owner.manage({ ...action, user })).toBe(
            "CANNOT_MANAGE",
          );
    expect(room.owner.client.last("role")?.role).toBe("owner");
  });

  test("a link that gives nothing sends away who has nothing else, and lets in who has a role", async () => {
    const { room, ben } = await openWith("editor");
    const cy = await room.join("Cy");

    await room.owner.manage({ do: "set-link", role: "none" });

    expect(await cy.client.whenClosed()).toEqual({
      code: 4403,
      reason: "NO_ACCESS",
    });
    expect(await room.refusalOf(cy.who)).toBe("4403 NO_ACCESS");
    expect(ben.client.isOpen).toBe(true);
    expect((await room.join("Ben", ben.who)).client.isOpen).toBe(true);
  });

  test("who is removed may come back, who is banned may not until that is taken back", async () => {
    const room = await ManagedRoom.open();
    const ben = await room.join("Ben");
    const tab = await room.join("Ben", ben.who);

    await room.owner.manage({ do: "kick", user: ben.user });
    for (const { client } of [ben, tab])
      expect(await client.whenClosed()).toEqual({
        code: 4403,
        reason: "REMOVED",
      });
    const back = await room.join("Ben", ben.who);

    const ban = { do: "ban", user: ben.user, withAddress: false } as const;
    await room.owner.manage(ban);
    expect((await back.client.whenClosed()).reason).toBe("BANNED");
    expect(await room.refusalOf(ben.who)).toBe("4403 BANNED");
    expect(room.owner.client.last("access")?.bans).toMatchObject([
      { user: ben.user, name: "Ben", withAddress: false },
    ]);
    await room.join("Cy");

    await room.owner.manage({ do: "unban", user: ben.user });
    expect((await room.join("Ben", ben.who)).client.isOpen).toBe(true);
  });

  test("a ban by address keeps out whoever comes from there without a role of their own", async () => {
    const { room, ben } = await openWith("editor");
    const cy = await room.join("Cy");
    const ban = { do: "ban", user: cy.user, withAddress: true } as const;
    await room.owner.manage(ban);

    expect(await room.refusalOf(await visitor(room.server))).toBe(
      "4403 BANNED",
    );
    expect(ben.client.isOpen).toBe(true);
    expect(room.owner.client.isOpen).toBe(true);
  });

  test("a room can be handed over, and its owner is an editor then", async () => {
    const { room, ben } = await openWith("viewer");

    await room.owner.manage({ do: "transfer", user: ben.user });

    expect(ben.client.last("role")?.role).toBe("owner");
    expect(ben.client.has("access")).toBe(true);
    expect(room.owner.client.last("role")?.role).toBe("editor");
    expect(await room.owner.manage({ do: "lock", on: true })).toBe(
      "MAY_NOT_MANAGE",
    );
    expect(await ben.manage({ do: "lock", on: true })).toBe("done");
    const isOwner = ({ user }: Person) =>
      ben.client
        .all("roster")
        .flatMap(({ joined }) => joined)
        .filter((member) => member.user === user)
        .at(-1)?.isOwner;
    await ben.client.until(() => isOwner(ben) === true);
    expect(isOwner(room.owner)).toBeUndefined();
  });

  test("is in force after the server has read the room anew", async () => {
    const { room, ben } = await openWith("viewer");
    const cy = await room.join("Cy");
    await room.owner.manage({ do: "ban", user: cy.user, withAddress: false });
    await room.owner.manage({ do: "lock", on: true });
    const access = room.owner.client.last("access");

    await room.restart();

    const again = await room.join("Ada", room.owner.who);
    expect(again.client.last("access")).toEqual(access);
    expect(await room.refusalOf(cy.who)).toBe("4403 BANNED");
    const viewer = await room.join("Ben", ben.who);
    expect(viewer.client.last("role")).toMatchObject({
      role: "viewer",
      isLocked: true,
    });
  });
});

describe("from outside", () => {
  test("only who may draw gives a board its title, and only who may see it copies it", async () => {
    const { room, ben } = await openWith("viewer");
    const rename = (who: typeof ben.who) =>
      fetch(`${room.server.url}/api/rooms/plans`, {
        method: "PATCH",
        headers: { ...who.headers, "content-type": "application/json" },
        body: JSON.stringify({ title: "Plans" }),
      });
    const copy = (who: typeof ben.who) =>
      room.post("rooms/plans/copies", { title: "Copy" }, who);

    expect((await rename(ben.who)).status).toBe(403);
    expect((await copy(ben.who)).status).toBe(201);
    await room.owner.manage({ do: "ban", user: ben.user, withAddress: false });
    expect((await copy(ben.who)).status).toBe(403);
    expect((await rename(room.owner.who)).status).toBe(200);
  });
});
