import { describe, expect, test } from "vitest";
import { asBoardId } from "@/core/base/ids";
import type { AccessAction } from "@/core/protocol/access";
import { WRONG_GUESSES_PER_MINUTE } from "@/core/protocol/limits";
import { ManagedRoom } from "../support/managed-room";
import { visitor, type Visitor } from "../support/visitor";

type Invite = Extract<AccessAction, { do: "invite" }>;

/** A room that the plain link does not open, with a link that does. */
async function openWithInvite(invite: Omit<Invite, "do">) {
  const room = await ManagedRoom.open();
  await room.owner.manage({ do: "set-link", role: "none" });
  const token = await room.owner.managed({ do: "invite", ...invite });
  const redeem = (who: Visitor, secret = token) =>
    room.post(
      "rooms/plans/invites/redemptions",
      { token: secret, name: "Ben" },
      who,
    );
  return { room, token, redeem, ben: await visitor(room.server) };
}

describe("an invite", () => {
  test.each(["editor", "commenter", "viewer"] as const)(
    "makes whoever uses it %s, for good",
    async (role) => {
      const { room, redeem, ben } = await openWithInvite({ role });
      expect(await room.refusalOf(ben)).toBe("4403 NO_ACCESS");

      const response = await redeem(ben);

      expect(await response.json()).toEqual({ room: "plans", role });
      const joined = await room.join("Ben", ben);
      expect(joined.client.last("role")?.role).toBe(role);
      await room.owner.client.until(
        () => room.owner.client.last("access")?.members.length === 1,
      );
      expect(room.owner.client.last("access")?.members).toEqual([
        { user: ben.user, name: "Ben", role },
      ]);
    },
  );

  test("is used up by as many people as it is for, and by nobody twice", async () => {
    const { room, redeem, ben } = await openWithInvite({
      role: "editor",
      uses: 1,
    });

    expect((await redeem(ben)).status).toBe(200);
    expect((await redeem(await visitor(room.server))).status).toBe(404);
    expect(room.owner.client.last("access")?.invites).toEqual([]);
  });

  test("that gives no more than somebody has is not used up by them", async () => {
    const { room, redeem, ben } = await openWithInvite({
      role: "viewer",
      uses: 2,
    });
    await redeem(ben);
    await redeem(ben);
    await redeem(room.owner.who);

    expect(room.owner.client.last("access")?.invites).toMatchObject([
      { role: "viewer", usesLeft: 1 },
    ]);
    expect((await redeem(await visitor(room.server))).status).toBe(200);
  });

  test("ends when its time is over, and when it is revoked", async () => {
    const short = await openWithInvite({ role: "editor", forMs: 1_000 });
    await expect
      .poll(
        async () =>
          (await short.redeem(await visitor(short.room.server))).status,
        {
          timeout: 5_000,
          interval: 500,
        },
      )
      .toBe(404);

    const { room, redeem, ben } = await openWithInvite({ role: "editor" });
    const { invites } = room.owner.client.last("access")!;
    await room.owner.manage({ do: "revoke", invite: invites[0]!.id });
    expect((await redeem(ben)).status).toBe(404);
  });

  test("lets nobody in who is banned, nor whoever guesses, and is never told again", async () => {
    const { room, redeem, token } = await openWithInvite({ role: "editor" });
    await room.owner.manage({ do: "set-link", role: "viewer" });
    const cy = await room.join("Cy");
    await room.owner.manage({ do: "ban", user: cy.user, withAddress: false });

    expect((await redeem(cy.who)).status).toBe(404);
    expect(
      (await redeem(await visitor(room.server), "x".repeat(32))).status,
    ).toBe(404);
    const told = JSON.stringify(room.owner.client.all("access"));
    expect(told).not.toContain(token);
  });

  test("cannot be used by somebody without a cookie", async () => {
    const { room, token } = await openWithInvite({ role: "editor" });
    const response = await fetch(
      `${room.server.url}/api/rooms/plans/invites/redemptions`,
      {
        method: "POST",
        headers: {
          origin: room.server.url,
          "content-type": "application/json",
        },
        body: JSON.stringify({ token }),
      },
    );
    expect(response.status).toBe(401);
  });
});

describe("a room's password", () => {
  async function openWithPassword() {
    const room = await ManagedRoom.open();
    const ben = await room.join("Ben");
    await room.owner.manage({ do: "set-password", password: "sesame" });
    const give = (who: Visitor, password: string) =>
      room.post("rooms/plans/admissions", { password, name: "Ben" }, who);
    return { room, ben, give };
  }

  test("is asked of everybody who has no role of their own, also of those who are there", async () => {
    const { room, ben, give } = await openWithPassword();
    expect((await ben.client.whenClosed()).reason).toBe("PASSWORD_NEEDED");
    expect(await room.refusalOf(ben.who)).toBe("4403 PASSWORD_NEEDED");
    expect(room.owner.client.isOpen).toBe(true);

    expect((await give(ben.who, "open")).status).toBe(403);
    expect((await give(ben.who, "sesame")).status).toBe(200);

    const again = await room.join("Ben", ben.who);
    expect(again.client.last("role")).toMatchObject({ role: "editor" });
    expect(room.owner.client.last("access")).toMatchObject({
      hasPassword: true,
      members: [],
    });
  });

  test("that is changed has to be given again, also when there was none between", async () => {
    const { room, ben, give } = await openWithPassword();
    await give(ben.who, "sesame");
    await room.owner.manage({ do: "set-password", password: null });
    const open = await room.join("Ben", ben.who);
    await room.owner.manage({ do: "set-password", password: "other" });

    expect((await open.client.whenClosed()).reason).toBe("PASSWORD_NEEDED");
    expect((await give(ben.who, "sesame")).status).toBe(403);
    expect((await give(ben.who, "other")).status).toBe(200);
  });

  test("cannot be guessed for long, and is kept as nobody can read it", async () => {
    const { room, ben, give } = await openWithPassword();
    const guesses = Array.from(
      { length: 3 * WRONG_GUESSES_PER_MINUTE },
      (_, i) => give(ben.who, `guess ${i}`),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);

    expect(statuses[0]).toBe(403);
    expect(statuses).toContain(429);
    const stored = await room.server.storage.load(asBoardId("plans"));
    expect(JSON.stringify(stored?.access)).not.toContain("sesame");
  });
});

describe("another device", () => {
  const redeem = (room: ManagedRoom, token: string, who: Visitor) =>
    room.post("me/devices/redemptions", { token }, who);
  const tokenOf = async (room: ManagedRoom, who: Visitor) =>
    (
      (await (await room.post("me/devices", {}, who)).json()) as {
        token: string;
      }
    ).token;

  test("is the same person there, by a link that is good for once", async () => {
    const room = await ManagedRoom.open();
    const phone = await visitor(room.server);
    const token = await tokenOf(room, room.owner.who);

    const response = await redeem(room, token, phone);

    expect(await response.json()).toEqual({ user: room.owner.user });
    const cookie = response.headers.get("set-cookie")!.split(";")[0]!;
    const owner = await room.join("Ada", {
      ...phone,
      cookie,
      headers: { ...phone.headers, cookie },
    });
    expect(owner.client.last("role")?.role).toBe("owner");
    expect(room.owner.client.last("count")?.people).toBe(1);
    expect((await redeem(room, token, phone)).status).toBe(404);
  });

  test("needs a person to continue as", async () => {
    const room = await ManagedRoom.open();
    const response = await fetch(`${room.server.url}/api/me/devices`, {
      method: "POST",
      headers: { origin: room.server.url },
    });
    expect(response.status).toBe(401);
  });
});
