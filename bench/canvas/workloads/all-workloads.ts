import { idle, memory } from "./board";
import { pan, panAmongOthers, panWhole, zoomSweep } from "./camera";
import { dragMany, dragOne, pen } from "./hand";
import type { Figures, Stage } from "./stage";

export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly run: (stage: Stage) => Promise<Figures>;
}

/** What is done with the board once it is loaded, in this order. */
export const WORKLOADS: readonly Workload[] = [
  { name: "pan", title: "wheel pan at 100 %", run: pan },
  { name: "pan-all", title: "pan with all in view", run: panWhole },
  // Before the changes of others, whose senders live in the same page.
  { name: "memory", title: "memory", run: memory },
  { name: "drag", title: "drag of one", run: dragOne },
  { name: "drag-500", title: "drag of 500", run: dragMany },
  { name: "pen", title: "pen", run: pen },
  {
    name: "remote",
    title: "200 remote changes a second, panning",
    run: panAmongOthers,
  },
  { name: "idle", title: "idle", run: idle },
  // Last: at 20,000 shapes Excalidraw may not answer for minutes.
  { name: "zoom", title: "zoom 10 % - 100 % - 10 %", run: zoomSweep },
];
