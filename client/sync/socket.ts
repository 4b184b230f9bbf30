/** The part of a browser's WebSocket that the connection uses. */
export interface Socket {
  binaryType: "arraybuffer" | "blob";
  readonly readyState: number;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose:
    | ((event: { readonly code: number; readonly reason: string }) => void)
    | null;
}

/** Starts to open a socket; never throws for a server that is away. */
export type OpenSocket = (url: string) => Socket;

/** `WebSocket.OPEN` */
export const OPEN = 1;
