import { describe, expect, it, test } from "vitest";
import {
  allCommands,
  type CommandId,
} from "@/client/editor/commands/all-commands";
import { asShapeId, type ShapeId } from "@/core/base/ids";
import type { BoardPerson } from "../../../../support/board-person";
import { editorOf } from "../../../../support/editor-of";
import { COMMAND_CASES, type CommandCase } from "./command-cases";
import {
  changesBetween,
  expectKept,
  expectToConverge,
  textIn,
  twoPeople,
  valuesOf,
  withoutThoseIn,
} from "./two-people";

const edits = Object.entries(COMMAND_CASES).filter(
  (entry): entry is [CommandId, CommandCase] => typeof entry[1] === "object",
);

/** What the other person does to a shape meanwhile. */
const MEANWHILE = {
  "moves it": (ben, id) => ben.move(id, 333, 444),
  "restyles it": (ben, id) =>
    ben.board.change("style", (draft) =>
      draft.set(id, { stroke: "#e03131", opacity: 0.3 }),
    ),
  "types into it": (ben, id) => ben.type(id, "Ben"),
  "groups it": (ben, id) => {
    const group = asShapeId("bens-group");
    ben.board.change("group", (draft) => {
      draft.add({ kind: "group", id: group, at: { x: 0, y: 0 } });
      for (const member of [id, asShapeId("line")])
        draft.set(member, { parent: group });
    });
  },
  "deletes it": (ben, id) => ben.remove(id),
  "locks it": (ben, id) =>
    ben.board.change("lock", (draft) => draft.set(id, { locked: true })),
  "brings it to the front": (ben, id) => {
    const index = ben.sees().at(-1)!.index + "V";
    ben.board.change("reorder", (draft) => draft.set(id, { index }));
  },
} satisfies Record<string, (ben: BoardPerson, id: ShapeId) => void>;

test("every command says here whether it edits", () => {
  const ids = allCommands.map(({ id }) => id).sort();
  expect(Object.keys(COMMAND_CASES).sort()).toEqual(ids);
});

describe.each(
  Object.keys(COMMAND_CASES).filter(
    (id) => COMMAND_CASES[id as CommandId] === "no edit",
  ),
)("%s", (id) => {
  it("changes nothing in the document", () => {
    const { ada, base } = twoPeople({ writes: [] });
    editorOf(ada).run(id);
    expect(valuesOf(ada)).toEqual(base);
    expect(ada.board.history.canUndo.get()).toBe(false);
  });
});

describe.each(edits)("%s", (id, example) => {
  const target = asShapeId(example.target ?? "note");

  it("writes what it is about and nothing else, as one step", () => {
    const { ada, base } = twoPeople(example);
    const made = new Set<string>();
    const depth = ada.board.history.depth;
    expect(editorOf(ada).run(id)).toBe(true);
    const changes = changesBetween(base, valuesOf(ada));
    for (const change of changes) if (!base.has(change.id)) made.add(change.id);
    const written = changes.filter((change) => !made.has(change.id));
    expect(changes).not.toEqual([]);
    for (const { key } of written) expect(example.writes).toContain(key);
    const steps = id === "history.undo" ? -1 : 1;
    expect(ada.board.history.depth).toBe(depth + steps);
  });

  describe.each(Object.entries(MEANWHILE))("while somebody %s", (_, act) => {
    /** Both have worked apart, and have come together. */
    const merged = () => {
      const { ada, ben, base } = twoPeople(example);
      editorOf(ada).run(id);
      act(ben, target);
      const hers = changesBetween(base, valuesOf(ada));
      const his = changesBetween(base, valuesOf(ben));
      const hisText = textIn(ben, target);
      expectToConverge(ada, ben);
      return { ada, ben, base, hers, his, hisText };
    };

    it("loses nothing of either, and what one takes back is the own", () => {
      const { ada, ben, base, hers, his, hisText } = merged();
      const values = valuesOf(ada);
      expectKept(values, withoutThoseIn(hers, his));
      expectKept(values, withoutThoseIn(his, hers));
      expect(textIn(ada, target)).toBe(hisText);
      const won = his.filter((c) => values.get(c.id)?.[c.key] === c.after);

      editorOf(ada).run(example.takenBackBy ?? "history.undo");
      expectToConverge(ada, ben);
      expectKept(valuesOf(ada), won);
      expect(textIn(ada, target)).toBe(hisText);
      for (const { id: shape, key, before } of withoutThoseIn(hers, his)) {
        if (base.has(shape))
          expect(valuesOf(ada).get(shape)?.[key]).toBe(before);
        else expect(ada.board.get(asShapeId(shape))).toBeUndefined();
      }
    });

    it("keeps its own when the other takes theirs back", () => {
      const { ada, ben, base, hers, his } = merged();
      const text = textIn(twoPeople(example).ada, target);
      ben.undo();
      expectToConverge(ada, ben);
      expectKept(valuesOf(ada), withoutThoseIn(hers, his));
      for (const { id: shape, key, before } of withoutThoseIn(his, hers))
        if (base.has(shape))
          expect(valuesOf(ada).get(shape)?.[key]).toBe(before);
      expect(textIn(ada, target)).toBe(text);
    });
  });
});
