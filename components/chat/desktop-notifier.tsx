import { useEffect, useRef } from "react";
import { UNTOLD, type Chat } from "@/client/chat/chat";
import { systemClock } from "@/core/base/clock";
import type { Notification as Waiting } from "@/core/protocol/control-message";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { claimOnce } from "./claim-once";
import { desktopNotices } from "./desktop-notices";
import { messageAddress } from "./message-address";

const keyOf = ({ room, seq }: Waiting): string => `${room}/${seq}`;

/** Has the system show each message that comes to wait for this person while the page is hidden, once over all tabs. */
export function DesktopNotifier({ chat }: { readonly chat: Chat }) {
  const t = useTranslations("waiting");
  const state = useStore(desktopNotices.state);
  const items = useStore(chat.notifications);
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (items === UNTOLD) return;
    const before = known.current;
    known.current = new Set(items.map(keyOf));
    // What waited before the page was opened is no news.
    if (!before || state !== "on" || !document.hidden) return;
    for (const item of items) {
      if (before.has(keyOf(item))) continue;
      const { room, seq, name, text, reason } = item;
      const title = t(reason, { name, room });
      claimOnce(`boardwalk.notice.${keyOf(item)}`, systemClock, () => {
        const notice = new Notification(title, {
          body: text,
          tag: keyOf(item),
        });
        notice.onclick = () => {
          window.focus();
          if (room === chat.room) chat.goTo(seq);
          else window.open(messageAddress(room, seq), "_blank", "noopener");
        };
      });
    }
  }, [chat, items, state, t]);
  return null;
}
