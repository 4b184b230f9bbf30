/** How often the tests that try many cases try them: `npm run soak` runs the long version. */
interface Effort {
  /** How many times a server is killed in the middle of its work. */
  readonly kills: number;
  /** How many seeds a property is tried with. */
  readonly seeds: number;
}

const usual: Effort = { kills: 20, seeds: 100 };
const soak: Effort = { kills: 200, seeds: 1000 };

export const effort = process.env["SOAK"] === "1" ? soak : usual;
