/** What happens to a socket. `onClose` comes once, also for one that never opened; nothing comes after it. */
export interface SocketEvents {
  readonly onOpen: () => void;
  readonly onMessage: (message: Uint8Array) => void;
  readonly onClose: (code: number, reason: string) => void;
}

export interface Socket {
  /** Says false, and sends nothing, unless the socket is open. */
  send(message: Uint8Array): boolean;
  /** No events come afterwards. */
  close(): void;
}

/** Begins to open a socket; never throws for a server that is away. */
export type OpenSocket = (url: string, events: SocketEvents) => Socket;
