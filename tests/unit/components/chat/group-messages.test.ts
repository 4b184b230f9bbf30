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

/** Authors with the number of their messages, and after each run who came and went. */
const withVisits = (
  messages: ChatMessage[],
  ...visits: (readonly [name: string, at: number])[]
): string =>
  groupMessages(
    messages,
    (at) => at - (at % DAY),
    visits.map(([name, at]) => ({ event: "joined", user: name, name, at })),
  )
    .flatMap(({ runs }) => runs)
    .map(
      (run) =>
        `${run.name}×${run.messages.length}${run.visits.map(({ name }) => ` +${name}`).join("")}`,
    )
    .join(" ");

test("who comes between two messages of one author parts them", () => {
  const messages = [message("ana", 10), message("ana", 20), message("ana", 30)];
  expect(withVisits(messages, ["ben", 25])).toBe("ana×2 +ben ana×1");
});

test("who came before the first message is left out, and who comes after the last stands there", () => {
  const messages = [message("ana", 10), message("ana", 20)];
  expect(withVisits(messages, ["ben", 5], ["cleo", 20], ["dora", 90])).toBe(
    "ana×2 +cleo +dora",
  );
});

test("who comes before midnight stands under the day that ends", () => {
  const messages = [message("ana", DAY - 10), message("ben", DAY + 10)];
  expect(withVisits(messages, ["cleo", DAY - 5])).toBe("ana×1 +cleo ben×1");
});
