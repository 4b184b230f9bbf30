import { describe, expect, test } from "vitest";
import {
  mentionQueryAt,
  peopleCalled,
  peopleMatching,
  peopleToCall,
} from "@/components/chat/mention-query";
import type { ChatMessage } from "@/core/protocol/control-message";
import { MAX_MENTIONS } from "@/core/protocol/limits";

const person = (name: string, user = name.toLowerCase()) => ({ user, name });
const message = (seq: number, author: string, name: string): ChatMessage => ({
  seq,
  id: `m${seq}`,
  author,
  name,
  text: "",
  at: seq,
  nonce: `n${seq}`,
});

describe("a name is being written", () => {
  test.each([
    ["at the beginning", "@Me", 0, "Me"],
    ["after a blank", "hi @Me", 3, "Me"],
    ["on a new line", "hi\n@Me", 3, "Me"],
    ["in brackets", "(@Me", 1, "Me"],
    ["after a word in Chinese", "你好@小", 2, "小"],
    ["after a Chinese comma", "好，@小", 2, "小"],
    ["of several words", "@Merry Ly", 0, "Merry Ly"],
    ["once the sign stands there", "hi @", 3, ""],
    ["after another", "@Ben and @Me", 9, "Me"],
  ])("%s", (_, text, from, query) => {
    expect(mentionQueryAt(text, text.length)).toEqual({ from, text: query });
  });

  test("up to the caret, whatever follows it", () => {
    expect(mentionQueryAt("hi @Merry, you", 6)).toEqual({
      from: 3,
      text: "Me",
    });
  });

  test.each([
    ["in an address", "ana@example"],
    ["in an address with a sign", "ana.b+c-@example"],
    ["on the line before", "@Me\nhi"],
    ["after two signs", "@@Me"],
    ["that is longer than names are", `@${"a".repeat(41)}`],
    ["without the sign", "Me"],
  ])("but not %s", (_, text) => {
    expect(mentionQueryAt(text, text.length)).toBeUndefined();
  });
});

describe("people match", () => {
  const names = (people: string[], query: string) =>
    peopleMatching(
      people.map((name) => person(name)),
      query,
    ).map(({ name }) => name);

  test("by the beginning of their name or of a word of it, in whatever case", () => {
    const people = ["Merry Lynx", "Calm Mole", "Emma", "小明"];
    expect(names(people, "m")).toEqual(["Merry Lynx", "Calm Mole"]);
    expect(names(people, "MERRY L")).toEqual(["Merry Lynx"]);
    expect(names(people, "小")).toEqual(["小明"]);
  });

  test("all of them while nothing is written, but no more than six", () => {
    const people = Array.from({ length: 9 }, (_, i) => `P${i}`);
    expect(names(people, "")).toEqual(people.slice(0, 6));
  });

  test("no more once their name is written out and a blank follows", () => {
    expect(names(["Ben"], "ben ")).toEqual([]);
  });

  test("by signs that mean something to a pattern as by any others", () => {
    expect(names(["Ben (9b)", "Ben 9b"], "(9")).toEqual(["Ben (9b)"]);
    expect(names(["Ben"], ".en")).toEqual([]);
  });
});

describe("people who can be called", () => {
  test("are those who are here and those who have written, each once and not oneself", () => {
    const here = [person("Ben"), person("Ben", "ben"), person("Me")];
    const messages = [
      message(1, "cleo", "Cleo"),
      message(2, "me", "Me"),
      message(3, "ben", "Benny"),
    ];
    expect(peopleToCall(here, messages, "me")).toEqual([
      person("Ben"),
      person("Cleo"),
    ]);
  });

  test("are called as they were last", () => {
    const messages = [
      message(1, "cleo", "Cleo"),
      message(2, "cleo", "Cleopatra"),
    ];
    expect(peopleToCall([], messages, "me")).toEqual([
      person("Cleopatra", "cleo"),
    ]);
    expect(messages.map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe("people who are called", () => {
  test("are those whose names stand in the text after the sign", () => {
    const people = [person("Ana"), person("Ben"), person("Cleo")];
    expect(peopleCalled("@Ben, ask @Ana; Cleo no", people, [])).toEqual([
      person("Ben"),
      person("Ana"),
    ]);
  });

  test("are not those whose name another one begins with", () => {
    const people = [person("Ana"), person("Ana Lee", "lee")];
    expect(peopleCalled("@Ana Lee!", people, [])).toEqual([people[1]]);
    expect(peopleCalled("@Ana Lee and @Ana", people, [])).toHaveLength(2);
  });

  test("are, of several with one name, the chosen one or else all", () => {
    const people = [person("Ben", "b1"), person("Ben", "b2")];
    expect(peopleCalled("@Ben", people, [])).toEqual(people);
    expect(peopleCalled("@Ben", people, [people[1]!])).toEqual([people[1]]);
    expect(peopleCalled("Ben", people, [people[1]!])).toEqual([]);
  });

  test("are also those who were chosen and have left or are called otherwise by now", () => {
    const chosen = [person("Ben")];
    expect(peopleCalled("@Ben", [person("Benny", "ben")], chosen)).toEqual(
      chosen,
    );
    expect(peopleCalled("@Ben", [], chosen)).toEqual(chosen);
  });

  test("are never more than a message may call", () => {
    const people = Array.from({ length: 30 }, (_, i) => person("Ben", `b${i}`));
    expect(peopleCalled("@Ben", people, [])).toHaveLength(MAX_MENTIONS);
  });
});
