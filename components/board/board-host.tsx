import { useEffect, useRef } from "react";
import { useTranslations } from "../messages/use-translations";
import type { LocalBoard } from "@/client/local-board";

interface BoardHostProps {
  readonly label: string;
  /** Whatever draws the board: mounts its canvases and takes the input. */
  readonly client: Pick<LocalBoard, "attach">;
}

/** The window's whole area, handed over to the client. React draws nothing in it. */
export function BoardHost({ label, client }: BoardHostProps) {
  const text = useTranslations("board")("text");
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    return host.current ? client.attach(host.current, { text }) : undefined;
  }, [client, text]);
  return (
    <div
      ref={host}
      role="region"
      aria-label={label}
      className="absolute inset-0 overflow-hidden select-none"
    />
  );
}
