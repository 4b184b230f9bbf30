import { useEffect, useState, type RefObject } from "react";
import type { Chat } from "@/client/chat/chat";
import { systemClock } from "@/core/base/clock";
import { useStore } from "../hooks/use-store";

/** How long the message that its reader was taken to stands out; milliseconds. */
const LIT_MS = 2_000;

/** Scrolls to the message that the reader is to be taken to once it is in the list. Returns the seq of the one that stands out for it. */
export function useMessageTarget(
  chat: Chat,
  list: RefObject<HTMLElement | null>,
): number | undefined {
  const { target, messages } = useStore(chat.state);
  const [lit, setLit] = useState<number>();
  useEffect(() => {
    if (target === undefined) return;
    const element = list.current?.querySelector(`[data-seq="${target}"]`);
    if (!element) return;
    element.scrollIntoView({ block: "center" });
    setLit(target);
    chat.arrived();
  }, [chat, list, target, messages]);
  useEffect(() => {
    if (lit === undefined) return;
    return systemClock.after(LIT_MS, () => setLit(undefined));
  }, [lit]);
  return lit;
}
