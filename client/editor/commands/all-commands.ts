import { alignCommands } from "./align-commands";
import { arrangeCommands } from "./arrange-commands";
import { cameraCommands } from "./camera-commands";
import { clipboardCommands } from "./clipboard-commands";
import { historyCommands } from "./history-commands";
import { neighbourCommands } from "./neighbour-commands";
import { peopleCommands } from "./people-commands";
import { selectionCommands } from "./selection-commands";
import { styleCommands } from "./style-commands";
import { toolCommands } from "./tool-commands";
import { transformCommands } from "./transform-commands";
import { viewCommands } from "./view-commands";

/** Every command of the product. Where two have the same key, the first that is enabled answers it. */
export const allCommands = [
  ...toolCommands,
  ...historyCommands,
  ...clipboardCommands,
  // Before the selection: Escape first ends what moves the board by itself.
  ...peopleCommands,
  ...selectionCommands,
  ...neighbourCommands,
  ...transformCommands,
  ...arrangeCommands,
  ...alignCommands,
  ...styleCommands,
  ...cameraCommands,
  ...viewCommands,
] as const;

/** The commands that have a label of their own in every language. */
export type CommandId = (typeof allCommands)[number]["id"];
