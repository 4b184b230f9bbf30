import * as encoding from "lib0/encoding";

/** Numbers as lib0 writes them. */
export const varUints = (...numbers: number[]): number[] => [
  ...encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number);
  }),
];

/** Claims so many clocks of a client and says nothing: whatever the client draws under them is taken for known. */
export const claimOf = (
  client: number,
  clock: number,
  length: number,
): Uint8Array =>
  new Uint8Array([1, 1, ...varUints(client, clock), 0, ...varUints(length), 0]);

/** Deletes everything of a client's, from the first clock on. */
export const deletionOf = (client: number, length: number): Uint8Array =>
  new Uint8Array([0, 1, ...varUints(client), 1, 0, ...varUints(length)]);
