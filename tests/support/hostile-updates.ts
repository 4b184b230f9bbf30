import * as encoding from "lib0/encoding";

const HAS_ORIGIN = 128;
const TEXT = 4;

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

/** A text in a root type, which begins at this clock of a client's. */
export function itemOf({
  client,
  clock,
  text = "x",
  origin,
}: {
  client: number;
  clock: number;
  text?: string;
  /** What it claims to stand behind. */
  origin?: { client: number; clock: number };
}): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, 1, client, clock])
      encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, (origin ? HAS_ORIGIN : 0) | TEXT);
    if (origin) {
      encoding.writeVarUint(encoder, origin.client);
      encoding.writeVarUint(encoder, origin.clock);
    } else {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, "words");
    }
    encoding.writeVarString(encoder, text);
    encoding.writeVarUint(encoder, 0);
  });
}
