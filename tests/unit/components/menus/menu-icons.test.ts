import { expect, test } from "vitest";
import { allCommands } from "@/client/editor/commands/all-commands";
import { menuIcons } from "@/components/menus/menu-icons";

test("there is a picture for every icon that a command names", () => {
  const named = allCommands.flatMap((command) =>
    "icon" in command && command.icon ? [command.icon] : [],
  );
  expect(named.filter((icon) => !menuIcons[icon])).toEqual([]);
});
