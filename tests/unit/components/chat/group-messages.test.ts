import { expect, test } from "vitest";
import { groupMessages } from "@/components/chat/group-messages";
import type { ChatMessage } from "@/core/protocol/control-message";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let seq = 0;
function message(author: string, at: number, name = author): ChatMessage {
  seq += 1;
  return { seq, id: `m${seq}`, author, name, text: "", at, nonce: `n${seq}` };
}

/** Days between bars, authors with the number of their messages. */
const outline = (...messages: ChatMessage[]): string =>
  groupMessages(messages, (at) => at - (at % DAY))
    .map(({ runs }) =>
      runs.map((run) => `${run.name}×${run.messages.length}`).join(" "),
    )
    .join(" | ");

test("messages of one author that follow each other stand together", () => {
  expect(
    outline(
      message("ana", 0),
      message("ana", MINUTE),
      message("ben", 2 * MINUTE),
      message("ana", 3 * MINUTE),
    ),
  ).toBe("ana×2 ben×1 ana×1");
});

test("after a pause the author is named again", () => {
  expect(outline(message("ana", 0), message("ana", 6 * MINUTE))).toBe(
    "ana×1 ana×1",
  );
});

test("a new day begins a new group, however short the pause", () => {
  expect(outline(message("ana", DAY - 1), message("ana", DAY))).toBe(
    "ana×1 | ana×1",
  );
});

test("an author who changed their name is named again", () => {
  expect(outline(message("ana", 0), message("ana", 1, "anna"))).toBe(
    "ana×1 anna×1",
  );
});

test("no messages make no days", () => {
  expect(groupMessages([], (at) => at)).toEqual([]);
});
