import type { WritableStore } from "@/core/base/store";
import { command } from "../command";
import type { Editor } from "../editor";

interface SwitchSpec<Id extends string> {
  readonly id: Id;
  readonly icon: string;
  readonly keys: readonly string[];
  readonly store: (editor: Editor) => WritableStore<boolean>;
}

const switching = <const Id extends string>({
  store,
  ...spec
}: SwitchSpec<Id>) =>
  command({
    ...spec,
    group: "view",
    isOn: (editor) => store(editor).get(),
    apply: (editor) => store(editor).update((isOn) => !isOn),
  });

export const viewCommands = [
  switching({
    id: "view.grid",
    icon: "grip",
    keys: [],
    store: (editor) => editor.isGridShown,
  }),
  switching({
    id: "view.snapToGrid",
    icon: "grid-3x3",
    keys: ["Mod+'"],
    store: (editor) => editor.snapsToGrid,
  }),
  switching({
    id: "view.snapToShapes",
    icon: "magnet",
    keys: [],
    store: (editor) => editor.snapsToShapes,
  }),
  switching({
    id: "view.hideInterface",
    icon: "eye-off",
    keys: ["Mod+\\"],
    store: (editor) => editor.isInterfaceHidden,
  }),
  command({
    id: "view.lookHere",
    group: "view",
    icon: "locate-fixed",
    keys: [],
    isEnabled: ({ pointOut, maySignal }) =>
      pointOut !== undefined && maySignal.get(),
    apply({ camera, contextMenu, pointer, pointOut }) {
      const place = contextMenu.get() ?? pointer.get() ?? camera.centre;
      return pointOut?.(camera.toBoard(place));
    },
  }),
  command({
    id: "help.palette",
    group: "help",
    icon: "terminal",
    keys: ["Mod+K"],
    apply: ({ openPanel }) => openPanel.set("palette"),
  }),
  command({
    id: "help.keys",
    group: "help",
    icon: "keyboard",
    keys: ["?"],
    apply: ({ openPanel }) => openPanel.set("help"),
  }),
] as const;
