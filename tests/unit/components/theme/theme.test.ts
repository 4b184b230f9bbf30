import { expect, test } from "vitest";
import { readTheme } from "@/components/theme/theme";

test.each([
  ["light", "light"],
  ["dark", "dark"],
  ["system", "system"],
  ["sepia", "system"],
  ["", "system"],
  [null, "system"],
  [undefined, "system"],
])("%j stands for the theme %s", (name, theme) => {
  expect(readTheme(name)).toBe(theme);
});
