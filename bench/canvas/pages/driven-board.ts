import type { BoardHook } from "@/client/bench/board-hook";

/** What the benchmark needs of a page, in `window.__board`: ours and each of the peers offers it. */
export type DrivenBoard = Pick<
  BoardHook,
  | "ready"
  | "shapeCount"
  | "getShape"
  | "getCamera"
  | "setCamera"
  | "setTool"
  | "select"
  | "applyRemote"
> & {
  loadScene(
    ...scene: Parameters<BoardHook["loadScene"]>
  ): Promise<{ readonly convertMs?: number }>;
};
