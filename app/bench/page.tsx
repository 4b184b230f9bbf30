import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { BenchBoardLoader } from "@/components/board/bench-board-loader";

export const metadata: Metadata = { title: "Bench" };

export default async function BenchPage() {
  if ((await headers()).get("x-boardwalk-bench") !== "1") notFound();
  return <BenchBoardLoader />;
}
