import { lazy } from "react";

/** The actions with their icons: not needed while nothing is selected. To be rendered in a LateRegion. */
export const LateSelectionActions = lazy(async () => ({
  default: (await import("./selection-actions")).SelectionActions,
}));
