import type { Metadata } from "next";
import { headers } from "next/headers";
import { RoomPage } from "@/components/board/room-page";

interface PageProps {
  readonly params: Promise<{ readonly room: string }>;
}

export async function generateMetadata({
  params,
}: PageProps): Promise<Metadata> {
  return { title: (await params).room };
}

export default async function Page({ params }: PageProps) {
  const request = await headers();
  return (
    <RoomPage
      param={(await params).room}
      user={request.get("x-boardwalk-user") ?? ""}
      bench={request.get("x-boardwalk-bench") === "1"}
    />
  );
}
