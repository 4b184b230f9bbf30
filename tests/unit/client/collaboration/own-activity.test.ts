import { beforeEach, describe, expect, test } from "vitest";
import { OwnActivity } from "@/client/collaboration/own-activity";
import type { ClientControl } from "@/core/protocol/control-message";
import { MAX_SHOWN_SELECTION } from "@/core/protocol/limits";
import { TestEditor } from "../../../support/test-editor";

/** The part of a document that tells whether somebody is there. */
class FakePage extends EventTarget {
  visibilityState = "visible";

  hide(isHidden: boolean): void {
    this.visibilityState = isHidden ? "hidden" : "visible";
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

let ada: TestEditor;
let page: FakePage;
let sent: ClientControl[];
let own: OwnActivity;

const settle = () => ada.clock.advance(100);

beforeEach(() => {
  ada = new TestEditor();
  page = new FakePage();
  sent = [];
  own = new OwnActivity({
    editor: ada.editor,
    clock: ada.clock,
    page,
    send: (message) => sent.push(message),
  });
});

describe("what this person does", () => {
  test("is told at once, and again for a new connection", () => {
    const now = {
      kind: "presence",
      selection: [],
      tool: "draw",
      hand: false,
      idle: false,
      following: undefined,
    };
    expect(sent).toEqual([now]);
    settle();
    own.connected();
    expect(sent).toEqual([now, now]);
  });

  test("is told when it changes, the newest of what a tenth of a second brings", () => {
    settle();
    ada.editor.setTool("text");
    ada.editor.setTool("note");
    ada.editor.isHandRaised.set(true);
    own.setFollowing(4);
    settle();
    expect(sent.at(-1)).toMatchObject({
      tool: "note",
      hand: true,
      following: 4,
    });
    expect(sent).toHaveLength(3);
  });

  test("holds what is selected, and nothing when that is too much", () => {
    settle();
    ada.board.change("add", (draft) => {
      for (let i = 0; i <= MAX_SHOWN_SELECTION; i++)
        draft.add({ kind: "rectangle", at: { x: i, y: 0 } });
    });
    const ids = ada.board.inOrder().map(({ id }) => id);
    ada.editor.select(ids.slice(0, 2));
    settle();
    expect(sent.at(-1)).toMatchObject({ selection: ids.slice(0, 2) });
    ada.editor.select(ids);
    settle();
    expect(sent.at(-1)).toMatchObject({ selection: [] });
  });
});

describe("a person is idle", () => {
  const isIdle = () => {
    settle();
    const last = sent.at(-1);
    return last?.kind === "presence" && last.idle;
  };

  test("as soon as the page is hidden, until it is shown again", () => {
    settle();
    page.hide(true);
    expect(isIdle()).toBe(true);
    page.hide(false);
    expect(isIdle()).toBe(false);
  });

  test("after a minute without a sign of life, until the next one", () => {
    ada.clock.advance(50_000);
    page.dispatchEvent(new Event("pointermove"));
    ada.clock.advance(50_000);
    expect(isIdle()).toBe(false);
    ada.clock.advance(10_000);
    expect(isIdle()).toBe(true);
    page.dispatchEvent(new Event("keydown"));
    expect(isIdle()).toBe(false);
  });

  test("no more once the board is left: no timer and no listener stays", () => {
    own.dispose();
    const before = sent.length;
    page.hide(true);
    ada.editor.setTool("text");
    ada.clock.advance(120_000);
    expect(sent).toHaveLength(before);
    expect(ada.clock.pending).toBe(0);
  });
});
