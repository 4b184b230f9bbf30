import { describe, expect, test } from "vitest";
import { boardPoint } from "@/core/geometry/point";
import { LinkedBoard } from "../support/linked-board";
import { startServer } from "../support/server";

/** A server, the cookie of somebody who has been on it, and Ada's board with a shape on it. */
async function open() {
  const { url, syncUrl } = await startServer();
  const visit = await fetch(`${url}/`);
  const cookie = visit.headers.get("set-cookie")!.split(";")[0]!;
  const ada = await new LinkedBoard(syncUrl, "ada").isLive();
  const draw = async () => {
    ada.board.change("draw", (draft) => {
      draft.add({ kind: "rectangle", at: boardPoint(10, 20) });
    });
    await expect
      .poll(() => ada.link.saves.state.get())
      .toMatchObject({ state: "saved" });
  };
  const send = (method: string, path: string, body: unknown, as = cookie) =>
    fetch(`${url}/api/rooms/${path}`, {
      method,
      // As a page of ours does.
      headers: {
        "content-type": "application/json",
        origin: url,
        cookie: as,
      },
      body: JSON.stringify(body),
    });
  return { syncUrl, ada, draw, send };
}

const codeOf = async (response: Response) => {
  const { error } = (await response.json()) as { error: { code: string } };
  return `${response.status} ${error.code}`;
};

describe("renaming a board from outside", () => {
  test("is seen by everybody who is on it, and by those who come later", async () => {
    const { syncUrl, ada, draw, send } = await open();
    await draw();
    const response = await send("PATCH", "plans", { title: "  Our\nplans " });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      room: "plans",
      title: "Our plans",
    });
    await expect.poll(() => ada.board.title.get()).toBe("Our plans");
    const ben = await new LinkedBoard(syncUrl, "ben").isLive();
    expect(ben.board.title.get()).toBe("Our plans");
    ben.board.rename("Ben's plans");
    await expect.poll(() => ada.board.title.get()).toBe("Ben's plans");
  });

  test("is refused to strangers, for boards that are not there, and for titles of nothing", async () => {
    const { draw, send } = await open();
    const title = "Plans";
    expect(await codeOf(await send("PATCH", "plans", { title }))).toBe(
      "404 NO_ROOM",
    );
    await draw();
    expect(await codeOf(await send("PATCH", "plans", { title }, ""))).toBe(
      "401 SIGNED_OUT",
    );
    for (const body of [{ title: " \u200b" }, { title: 7 }, {}])
      expect(await codeOf(await send("PATCH", "plans", body))).toBe(
        "400 BAD_TITLE",
      );
    expect(await codeOf(await send("PATCH", "A B", { title }))).toBe(
      "400 BAD_ROOM_NAME",
    );
  });
});

describe("a copy of a board", () => {
  test("holds what the board held, and goes its own way from then on", async () => {
    const { syncUrl, ada, draw, send } = await open();
    await draw();
    const response = await send("POST", "plans/copies", { title: "Copy" });
    expect(response.status).toBe(201);
    const { room } = (await response.json()) as { room: string };
    expect(room).not.toBe("plans");

    const copy = await new LinkedBoard(syncUrl, "ben", { room }).isLive();
    expect(copy.board.title.get()).toBe("Copy");
    expect(copy.board.inOrder()).toEqual(ada.board.inOrder());
    copy.board.change("delete", (draft) => {
      for (const { id } of copy.board.inOrder()) draft.remove(id);
    });
    await expect
      .poll(() => copy.link.saves.state.get())
      .toMatchObject({ state: "saved" });
    expect(ada.board.size).toBe(1);
    expect(ada.board.title.get()).toBeUndefined();
  });

  test("is not made of a board that is not there", async () => {
    const { send } = await open();
    const response = await send("POST", "nowhere/copies", { title: "Copy" });
    expect(await codeOf(response)).toBe("404 NO_ROOM");
  });
});
