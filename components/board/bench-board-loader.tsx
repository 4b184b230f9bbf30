"use client";

import dynamic from "next/dynamic";
import { BoardSkeleton } from "./board-skeleton";

// Only in the browser, for the same reason as a room's board.
const BenchBoard = dynamic(
  async () => (await import("./bench-board")).BenchBoard,
  { ssr: false, loading: () => <BoardSkeleton /> },
);

export function BenchBoardLoader() {
  return <BenchBoard />;
}
