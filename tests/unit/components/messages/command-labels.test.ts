import { expect, test } from "vitest";
import { COMMAND_GROUPS } from "@/client/editor/command";
import { allCommands } from "@/client/editor/commands/all-commands";
import { labelsOf } from "@/components/menus/labels-of";
import { MESSAGES } from "@/components/messages/locales";

test.each(allCommands.map(({ id }) => id))(
  "%s has a label in every language",
  (id) => {
    const labels = labelsOf(id);
    expect(labels).toHaveLength(Object.keys(MESSAGES).length);
    for (const label of labels) expect(label.trim()).not.toBe("");
  },
);

test("no two commands have the same label", () => {
  for (const language of Object.keys(MESSAGES).keys()) {
    const labels = allCommands.map(({ id }) => labelsOf(id)[language]);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test("every group of commands has a title in every language", () => {
  for (const { commandGroups } of Object.values(MESSAGES))
    for (const group of COMMAND_GROUPS)
      expect(commandGroups[group]).toMatch(/\S/);
});
