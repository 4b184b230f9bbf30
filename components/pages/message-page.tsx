import type { ReactNode } from "react";
import { Logo } from "../ui/logo";

interface MessagePageProps {
  readonly title: string;
  readonly text: string;
  /** The ways out, as buttons and links. */
  readonly children: ReactNode;
}

/** A whole page that says one thing and offers the way out. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="flex max-w-md flex-col items-center text-center">
        <Logo className="size-14" />
        <h1 className="text-title mt-6 font-semibold text-balance">{title}</h1>
        <p className="text-ink-soft mt-2 text-pretty">{text}</p>
        <div className="mt-6 flex flex-wrap justify-center gap-3">
          {children}
        </div>
      </div>
    </main>
  );
}
