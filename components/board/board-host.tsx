import { useEffect, useRef } from "react";
import type { Dispose } from "@/core/base/disposable";

interface BoardHostProps {
  readonly label: string;
  /** Whatever draws the board: mounts its canvases and takes the input. */
  readonly client: { attach(host: HTMLElement): Dispose };
}

/** The window's whole area, handed over to the client. React draws nothing in it. */
export function BoardHost({ label, client }: BoardHostProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    return host.current ? client.attach(host.current) : undefined;
  }, [client]);
  return (
    <div
      ref={host}
      role="region"
      aria-label={label}
      className="absolute inset-0 overflow-hidden select-none"
    />
  );
}
