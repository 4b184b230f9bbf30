import { expect, it, vi } from "vitest";
import { lateTools, loadTools } from "@/client/tools/late-tools";
import { tools } from "@/client/tools/tools";
import { TestEditor } from "../../../support/test-editor";

it("a tool that is still being loaded does what was done with it as soon as it is there", async () => {
  const ada = new TestEditor({ tools: lateTools });
  ada.editor.setTool("rectangle");
  ada.expectToBeIn("tool.waiting");
  ada.drag([
    [100, 100],
    [150, 150],
    [200, 180],
  ]);
  expect(ada.board.size).toBe(0);

  await loadTools();
  expect(ada.board.inOrder()).toMatchObject([
    { kind: "rectangle", at: { x: 100, y: 100 } },
  ]);
  ada.expectToBeIn("select.idle");
});

it("a key that follows a click acts on what was clicked, also while the tool is being loaded", async () => {
  vi.resetModules();
  const unloaded = await import("@/client/tools/late-tools");
  const ada = new TestEditor({ tools: unloaded.lateTools });
  ada.drag([
    [100, 100],
    [200, 200],
  ]);
  expect(ada.board.size).toBe(1);
  ada.editor.setTool("select");
  ada.expectToBeIn("tool.waiting");
  ada.click(150, 150);
  expect(ada.key("Delete")).toBe(true);
  expect(ada.key("R")).toBe(true);
  expect(ada.board.size).toBe(1);

  await unloaded.loadTools();
  expect(ada.board.size).toBe(0);
  ada.expectToBeIn("rectangle.idle");
});

it("the pen works at once", () => {
  const ada = new TestEditor({ tools: lateTools });
  ada.expectToBeIn("draw.idle");
});

it("tools that are loaded late are the same as those that are not", () => {
  const known = ({ name, makes, staysInHand }: (typeof tools)[number]) => ({
    name,
    makes,
    staysInHand,
  });
  expect(lateTools.map(known)).toEqual(tools.map(known));
});
