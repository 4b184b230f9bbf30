import { beforeEach, describe, expect, test } from "vitest";
import { ChatSearch } from "@/client/chat/chat-search";
import type {
  ChatMessage,
  ClientControl,
} from "@/core/protocol/control-message";

let sent: ClientControl[];
let isOnline: boolean;
let search: ChatSearch;

const message = (seq: number): ChatMessage => ({
  seq,
  id: `m${seq}`,
  author: "ben",
  name: "Ben",
  text: `message ${seq}`,
  at: seq,
  nonce: `n${seq}`,
});
const found = (n: number, seqs: number[], hasMore = false) =>
  search.receive({
    kind: "chat-found",
    n,
    messages: seqs.map(message),
    hasMore,
  });

beforeEach(() => {
  sent = [];
  isOnline = true;
  search = new ChatSearch((control) => isOnline && sent.push(control) > 0);
});

describe("a late answer", () => {
  test("to a question that another has followed is passed over", () => {
    search.find("a");
    search.find("ab");
    found(1, [9]);
    search.receiveRefusal(1);
    expect(search.state.get()).toMatchObject({
      query: "ab",
      found: [],
      isSearching: true,
      hasFailed: false,
    });
  });

  test("does not open the search again that was ended", () => {
    search.find("a");
    search.stop();
    found(1, [9]);
    search.receiveRefusal(1);
    expect(search.state.get()).toBeUndefined();
  });
});

describe("looking for more", () => {
  test("asks once at a time, and not at the end", () => {
    search.find("a");
    search.findMore();
    expect(sent).toHaveLength(1);
    found(1, [9, 8], true);
    search.findMore();
    search.findMore();
    expect(sent).toHaveLength(2);
    found(2, [3]);
    search.findMore();
    expect(sent).toHaveLength(2);
  });

  test("can be tried again after a refusal, from the same place", () => {
    search.find("a");
    found(1, [9, 8], true);
    search.findMore();
    search.receiveRefusal(2);
    expect(search.state.get()).toMatchObject({
      found: [{ seq: 9 }, { seq: 8 }],
      hasFailed: true,
      isSearching: false,
    });
    search.findMore();
    expect(sent.at(-1)).toMatchObject({ n: 3, before: 8 });
    expect(search.state.get()?.hasFailed).toBe(false);
  });
});

describe("without a line", () => {
  test("a search fails at once, and can be made when the line is there", () => {
    isOnline = false;
    search.find("a");
    expect(search.state.get()).toMatchObject({
      isSearching: false,
      hasFailed: true,
    });
    isOnline = true;
    search.find("a");
    expect(search.state.get()).toMatchObject({
      isSearching: true,
      hasFailed: false,
    });
  });

  test("a search that was under way has failed", () => {
    search.find("a");
    search.cut();
    expect(search.state.get()).toMatchObject({
      isSearching: false,
      hasFailed: true,
    });
  });

  test("what was found before stays", () => {
    search.find("a");
    found(1, [9]);
    search.cut();
    expect(search.state.get()).toMatchObject({
      found: [{ seq: 9 }],
      hasFailed: false,
    });
    search.stop();
    search.cut();
    expect(search.state.get()).toBeUndefined();
  });
});
