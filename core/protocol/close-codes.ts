/** WebSocket close codes. 44xx: the client stops until the person acts. 45xx and the others: it backs off and comes again. */
export const CloseCode = {
  leave: 1000,
  tooBig: 1009,
  serverError: 1011,
  restart: 1012,
  overload: 1013,
  badMessage: 4400,
  signedOut: 4401,
  noAccess: 4403,
  roomDeleted: 4404,
  outdatedClient: 4409,
  otherEpoch: 4410,
  full: 4503,
  idle: 4508,
  tooFast: 4529,
} as const;

export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

/** Whether trying again by itself would be of no use; y-websocket stops on the same range. */
export const isPermanent = (code: number): boolean =>
  code >= 4400 && code <= 4499;
