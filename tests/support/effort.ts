/** How often the tests that try many cases try them: `npm run soak` runs the long version, `npm run fuzz` that of hostile programs. */
interface Effort {
  /** How many times a server is killed in the middle of its work. */
  readonly kills: number;
  /** How many seeds a property is tried with. */
  readonly seeds: number;
  /** How many seeds people work with over failing lines. */
  readonly faultSeeds: number;
  /** How many drawings of strangers are drawn again by hand, of 50. */
  readonly drawings: number;
  /** In which looks pictures are taken: the usual ones differ in both. */
  readonly looks: readonly Look[];
  /** How many simulated people sit in a class. */
  readonly classSize: number;
  /** How many times a line is cut while two people work. */
  readonly cuts: number;
  /** How many times somebody comes to a room and leaves it, in a twentieth as many rooms. */
  readonly joins: number;
  /** How many frames that break the rules are sent to rooms, and how many requests to the pages and the API. */
  readonly hostileFrames: number;
  readonly hostileRequests: number;
  /** For how many milliseconds readers are paused who are healed in place, and who are closed. 0: for as long as it takes to fill their line. */
  readonly pauses: {
    readonly healed: readonly number[];
    readonly closed: readonly number[];
  };
}

interface Look {
  readonly colorScheme: "light" | "dark";
  readonly deviceScaleFactor: 1 | 2;
}

const usual: Effort = {
  kills: 6,
  seeds: 40,
  faultSeeds: 100,
  drawings: 8,
  looks: [
    { colorScheme: "light", deviceScaleFactor: 1 },
    { colorScheme: "dark", deviceScaleFactor: 2 },
  ],
  classSize: 6,
  cuts: 12,
  joins: 2_000,
  hostileFrames: 100_000,
  hostileRequests: 10_000,
  pauses: { healed: [0], closed: [] },
};
const soak: Effort = {
  kills: 200,
  seeds: 1000,
  faultSeeds: 1000,
  drawings: 50,
  looks: [
    ...usual.looks,
    { colorScheme: "light", deviceScaleFactor: 2 },
    { colorScheme: "dark", deviceScaleFactor: 1 },
  ],
  classSize: 30,
  cuts: 1000,
  joins: 10_000,
  hostileFrames: 1_000_000,
  hostileRequests: 100_000,
  pauses: { healed: [0, 8_000], closed: [30_000] },
};

const fuzz: Effort = {
  ...usual,
  hostileFrames: 10_000_000,
  hostileRequests: 1_000_000,
};

export const effort =
  process.env["FUZZ"] === "1"
    ? fuzz
    : process.env["SOAK"] === "1"
      ? soak
      : usual;
