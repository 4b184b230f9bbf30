import { describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { asUserId } from "@/core/base/ids";
import type { AccessAction } from "@/core/protocol/access";
import {
  MANAGES_BURST,
  MANAGES_PER_SECOND,
  MAX_ACCESS_MS,
  MAX_INVITE_USES,
  MAX_PASSWORD_LENGTH,
  SLOW_CHAT_MS,
} from "@/core/protocol/limits";
import type { FakeMember } from "../../../support/server-fake-member";
import { PLANS, settled, taken, TestRooms } from "../../../support/server-room";

/** A room that is Ada's. */
async function open() {
  const rooms = new TestRooms();
  const ada = await rooms.join("ada");
  ada.draw("first");
  await settled();
  expect(ada.last("role")?.role).toBe("owner");
  return { rooms, ada };
}

const manage = (member: FakeMember, action: AccessAction, n = 1) =>
  member.control({ kind: "manage", n, action });

const EDGES: [string, number, (amount: number) => AccessAction][] = [
  [
    "MAX_PASSWORD_LENGTH",
    MAX_PASSWORD_LENGTH,
    (length) => ({ do: "set-password", password: "x".repeat(length) }),
  ],
  [
    "MAX_ACCESS_MS",
    MAX_ACCESS_MS,
    (forMs) => ({ do: "invite", role: "viewer", forMs }),
  ],
  [
    "MAX_INVITE_USES",
    MAX_INVITE_USES,
    (uses) => ({ do: "invite", role: "viewer", uses }),
  ],
];

describe("what an owner asks for", () => {
  test.each(EDGES)("keeps to %s", async (_, limit, actionOf) => {
    const { ada } = await open();
    manage(ada, actionOf(limit));
    await expect
      .poll(() => ada.all("managed"), { timeout: 20_000 })
      .toHaveLength(1);

    manage(ada, actionOf(limit + 1));
    expect(ada.closed).toEqual({ code: 4400, reason: "BAD_CONTROL" });
  });

  test("comes no more often than MANAGES_BURST at once, and MANAGES_PER_SECOND for ever", async () => {
    const { rooms, ada } = await open();
    const lock = (n: number) => manage(ada, { do: "lock", on: n % 2 === 0 }, n);
    for (let n = 0; n < MANAGES_BURST; n++) lock(n);
    for (let second = 0; second < 3; second++) {
      rooms.clock.advance(1_000);
      for (let n = 0; n < MANAGES_PER_SECOND; n++) lock(n);
    }
    expect(ada.closed).toBeUndefined();

    lock(0);
    expect(ada.closed).toEqual({ code: 4529, reason: "TOO_MANY_MESSAGES" });
  });

  test("is in effect although the disk does not take it, and the owner is told so", async () => {
    const { rooms, ada } = await open();
    const ben = await rooms.join("ben");
    rooms.storage.changeAccess = () => Promise.reject(new Error("disk"));

    manage(ada, { do: "lock", on: true }, 7);
    await settled();

    expect(ada.last("error")).toMatchObject({
      code: "ACCESS_NOT_STORED",
      n: 7,
    });
    expect(ben.last("role")).toMatchObject({ isLocked: true, mayDraw: false });
    expect(rooms.errors).toEqual([
      "a decision about access could not be stored",
    ]);
  });
});

test("whoever gives the password does not wait for what others have drawn to be stored", async () => {
  const { rooms, ada } = await open();
  manage(ada, { do: "set-password", password: "sesame" });
  await expect
    .poll(() => ada.all("managed"), { timeout: 20_000 })
    .toHaveLength(1);
  rooms.storage.append = () => new Promise(() => {});
  ada.draw("second");

  const ben = { user: asUserId("ben"), name: "Ben", address: "192.0.2.1" };
  expect(await rooms.registry.admit(PLANS, ben, "sesame")).toBe(true);
});

test("while the chat is slow a person writes once in SLOW_CHAT_MS, in however many tabs", async () => {
  const { rooms, ada } = await open();
  const ben = await rooms.join("ben");
  const tab = await rooms.join("ben");
  manage(ada, { do: "set-chat", mode: "slow" });
  const say = (member: FakeMember, nonce: string) =>
    member.control({ kind: "chat", nonce, text: "hello" });

  say(ben, "a");
  say(tab, "b");
  rooms.clock.advance(SLOW_CHAT_MS - 1);
  say(ben, "c");
  rooms.clock.advance(1);
  say(ben, "d");
  await settled();
  rooms.settle();

  expect(tab.all("error")).toMatchObject([{ code: "CHAT_SLOW", nonce: "b" }]);
  expect(ben.all("error")).toMatchObject([{ code: "CHAT_SLOW", nonce: "c" }]);
  expect(ada.all("chat").map(({ message }) => message.nonce)).toEqual([
    "a",
    "d",
  ]);
});

test.each(["kick", "ban"] as const)(
  "after a %s nothing more is taken in of what somebody has sent",
  async (what) => {
    const { rooms, ada } = await open();
    const mallory = await rooms.join("mallory");
    const shapes = mallory.doc.getMap("shapes");
    const before = Y.encodeStateVector(mallory.doc);
    mallory.doc.transact(() => {
      for (let i = 0; i < 20_000; i++) shapes.set(`flood-${i}`, i);
    });
    const flood = Y.encodeStateAsUpdate(mallory.doc, before);
    const after = Y.encodeStateVector(mallory.doc);
    shapes.set("behind it", 1);
    mallory.update(flood);
    mallory.update(Y.encodeStateAsUpdate(mallory.doc, after));

    const user = asUserId("mallory");
    const withAddress = false;
    manage(
      ada,
      what === "kick" ? { do: what, user } : { do: what, user, withAddress },
    );
    await vi.waitUntil(() => mallory.closed);
    mallory.leave();
    for (let i = 0; i < 20; i++) await taken();

    const joiner = await rooms.join("joiner");
    const drawn = joiner.doc.getMap("shapes");
    expect(drawn.size).toBeLessThan(20_000);
    expect(drawn.has("behind it")).toBe(false);
  },
);
