import { Chat, type ChatOptions } from "@/client/chat/chat";
import { OutboxStore } from "@/client/chat/outbox-store";
import type { RoomLink } from "@/client/sync/room-link";

export type PlainChatOptions = Pick<
  ChatOptions,
  "room" | "clock" | "random"
> & {
  /** The link that the chat talks over; it may be made after the chat. */
  readonly link: () => RoomLink;
};

/** The room's chat of somebody whose browser keeps nothing. */
export function plainChat({ link, ...options }: PlainChatOptions): Chat {
  return new Chat({
    ...options,
    me: {
      get: () => link().me.get(),
      subscribe: (listener) => link().me.subscribe(listener),
    },
    here: () =>
      link()
        .roster.people.get()
        .here.map(({ user }) => user),
    outboxStore: new OutboxStore(undefined, options.room),
    send: (message) => link().tell(message),
  });
}
