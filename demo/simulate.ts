import { setMaxListeners } from "node:events";
import type { Clock } from "@/core/base/clock";
import type { BoardId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import type { Drawing } from "./drawings";
import { Habits } from "./habits";
import { Pace, WentHome } from "./pace";
import { NAMES } from "./sayings";
import { SimulatedPerson } from "./simulated-person";
import { Spots } from "./spots";

/** Between one arrival and the next, so that a visitor sees people come; milliseconds. */
const ARRIVAL_MS = 700;
/** By then even a large class is there; milliseconds. */
const ALL_ARRIVED_MS = 8_000;
/** Room for what each keeps on the board, what is under way, and some air. */
const SPOTS_PER_PERSON = 7;

export interface SimulationOptions {
  readonly people: number;
  readonly room: BoardId;
  /** Where rooms are served, such as `ws://localhost:3000/sync`. */
  readonly syncUrl: string;
  readonly drawings: readonly Drawing[];
  readonly clock: Clock;
  /** The same seed makes the same people do the same things, as far as the network lets them. */
  readonly seed: number;
  /** Aborted when all are to leave. */
  readonly going: AbortSignal;
}

/** Fills a room with simulated people, one after the other. Resolves once all have left. */
export async function simulate(options: SimulationOptions): Promise<void> {
  const { people, clock, going, drawings } = options;
  // Whoever waits for something listens for the end.
  setMaxListeners(0, going);
  const workshop = { drawings, spots: new Spots(people * SPOTS_PER_PERSON) };
  const pace = new Pace(clock, going);
  const lives: Promise<void>[] = [];
  await untilSentHome(async () => {
    for (let i = 0; i < people; i++) {
      lives.push(liveAs(i));
      await pace.wait(Math.min(ARRIVAL_MS, ALL_ARRIVED_MS / people));
    }
  });
  await Promise.all(lives);

  async function liveAs(i: number): Promise<void> {
    const random = seededRandom(options.seed + i);
    const person = new SimulatedPerson({ ...options, name: nameOf(i), random });
    try {
      await untilSentHome(async () => {
        await person.arrive();
        await new Habits(person, workshop).live();
      });
    } finally {
      person.leave();
    }
  }
}

/** No two have the same name. */
function nameOf(i: number): string {
  const name = NAMES[i % NAMES.length]!;
  const round = Math.floor(i / NAMES.length);
  return round === 0 ? name : `${name} ${round + 1}`;
}

async function untilSentHome(life: () => Promise<void>): Promise<void> {
  try {
    await life();
  } catch (error) {
    if (!(error instanceof WentHome)) throw error;
  }
}
