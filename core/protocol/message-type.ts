/** The first number of every WebSocket message: 0 to 3 are those of y-protocols, the rest are spoken under `boardwalk.1`. */
export const MessageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  control: 64,
  live: 65,
  chunk: 66,
} as const;

/** The WebSocket subprotocol of clients that speak more than y-websocket does. */
export const SUBPROTOCOL = "boardwalk.1";
/** Rises when clients of the version before can no longer take part. */
export const PROTOCOL_VERSION = 1;
