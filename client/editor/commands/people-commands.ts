import { command } from "../command";
import type { Editor } from "../editor";

const isShared = ({ company }: Editor): boolean => company !== undefined;

export const peopleCommands = [
  command({
    id: "people.stopFollowing",
    group: "people",
    keys: ["Escape"],
    isEnabled: ({ following }) => following.get() !== undefined,
    apply: ({ following }) => following.set(undefined),
  }),
  command({
    id: "people.say",
    group: "people",
    icon: "message-square-text",
    keys: ["/"],
    isEnabled: (editor) => isShared(editor) && editor.maySay.get(),
    apply: ({ company }) => company?.sayAtCursor(),
  }),
  command({
    id: "people.react",
    group: "people",
    icon: "smile-plus",
    keys: ["Shift+E"],
    isEnabled: (editor) => isShared(editor) && editor.maySignal.get(),
    apply: ({ openPanel }) =>
      openPanel.update((panel) =>
        panel === "reactions" ? undefined : "reactions",
      ),
  }),
  command({
    id: "people.raiseHand",
    group: "people",
    icon: "hand",
    keys: [],
    isEnabled: isShared,
    isOn: ({ isHandRaised }) => isHandRaised.get(),
    apply: ({ isHandRaised }) => isHandRaised.update((isRaised) => !isRaised),
  }),
  command({
    id: "people.summon",
    group: "people",
    icon: "megaphone",
    keys: [],
    isEnabled: (editor) => isShared(editor) && !editor.board.readOnly,
    apply: ({ company }) => company?.summon(),
  }),
  command({
    id: "people.calm",
    group: "people",
    icon: "leaf",
    keys: [],
    isEnabled: isShared,
    isOn: ({ isCalm }) => isCalm.get(),
    apply: ({ isCalm }) => isCalm.update((isOn) => !isOn),
  }),
] as const;
