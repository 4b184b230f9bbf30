/** One member's WebSocket as the room needs it. */
export interface MemberSocket {
  /** Whether it can still be written to. */
  readonly isOpen: boolean;
  /** Bytes that were written and that the network has not taken yet. */
  readonly bufferedBytes: number;
  /** Writes complete WebSocket frames. Only while `isOpen`. */
  write(frames: Uint8Array): void;
  ping(): void;
  /** Stops reading until `resume`. Messages that have been read already still arrive. */
  pause(): void;
  resume(): void;
  /** Begins the closing handshake. Does nothing when that has begun. */
  close(code: number, reason: string): void;
  /** Cuts the line at once. */
  terminate(): void;
}

/** What a member's WebSocket tells the room. */
export interface MemberSocketEvents {
  /** A binary message. The bytes are valid only during the call. */
  message(data: Uint8Array): void;
  /** A text message, which is not part of the protocol. */
  text(): void;
  pong(): void;
  /** The network has taken all that was written. */
  drain(): void;
  /** The socket is gone. The last event. */
  closed(): void;
}
