import { CloseCode } from "./close-codes";

/** What can be wrong with a message, and how the connection that sent it ends. */
const CLOSE_CODES = {
  BAD_ROOM_NAME: CloseCode.badMessage,
  BAD_MESSAGE: CloseCode.badMessage,
  UNKNOWN_MESSAGE: CloseCode.badMessage,
  BAD_CONTROL: CloseCode.badMessage,
  BAD_LIVE: CloseCode.badMessage,
  BAD_CHUNK: CloseCode.badMessage,
  BAD_UPDATE: CloseCode.badMessage,
  FORBIDDEN_DELETION: CloseCode.badMessage,
  BAD_AWARENESS: CloseCode.badMessage,
  OUTDATED_CLIENT: CloseCode.outdatedClient,
  NO_HELLO: CloseCode.idle,
  OTHER_EPOCH: CloseCode.otherEpoch,
  FORBIDDEN_ORIGIN: CloseCode.noAccess,
  NO_ACCESS: CloseCode.noAccess,
  PASSWORD_NEEDED: CloseCode.noAccess,
  BANNED: CloseCode.noAccess,
  REMOVED: CloseCode.noAccess,
  ROOM_FULL: CloseCode.full,
  TOO_MANY_CONNECTIONS: CloseCode.full,
  TOO_MANY_ROOMS: CloseCode.tooFast,
  TOO_MANY_MESSAGES: CloseCode.tooFast,
  TOO_LARGE: CloseCode.tooBig,
  ROOM_NOT_LOADED: CloseCode.serverError,
} as const satisfies Record<string, CloseCode>;

export type ProtocolErrorCode = keyof typeof CLOSE_CODES;

/** Somebody broke the protocol. `code` is stable and is sent as the reason of the close frame. */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
  readonly closeCode: CloseCode;

  constructor(
    readonly code: ProtocolErrorCode,
    detail?: string,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.closeCode = CLOSE_CODES[code];
  }
}
