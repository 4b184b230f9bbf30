import type { StyleName, StyleValues } from "@/core/shapes/style";
import { kindOf } from "@/core/shapes/shape-kinds";
import { createStore } from "@/core/base/store";
import { command } from "../command";
import { setStyle, styleOf } from "../styles/style-subject";

/** What was copied last, for all boards of this page. */
const copied = createStore<Partial<StyleValues> | undefined>(undefined);

export const styleCommands = [
  command({
    id: "style.copy",
    group: "style",
    icon: "paintbrush",
    keys: ["Mod+Alt+C"],
    isEnabled: (editor) => editor.selectedShapes().length > 0,
    apply(editor) {
      const shape = editor.selectedShapes().at(-1)!;
      const names: readonly StyleName[] = kindOf(shape).styles;
      copied.set(
        Object.fromEntries(names.map((name) => [name, styleOf(shape, name)])),
      );
    },
  }),
  command({
    id: "style.paste",
    group: "style",
    icon: "paint-roller",
    keys: ["Mod+Alt+V"],
    isEnabled: (editor) =>
      copied.get() !== undefined && editor.changeableShapes().length > 0,
    apply: (editor) => setStyle(editor, copied.get()!),
  }),
] as const;
