import { lazy } from "react";

const loadStylePanel = () => import("./style-panel");

/** To be rendered in a LateRegion. */
export const LateStylePanel = lazy(async () => ({
  default: (await loadStylePanel()).StylePanel,
}));
