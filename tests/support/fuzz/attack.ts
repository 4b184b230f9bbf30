import { randomInteger, type Random } from "@/core/base/random";
import { encodeControl } from "@/core/protocol/control-codec";
import {
  HostileFrameMaker,
  type HostileFrames,
  oneFrame,
} from "./hostile-frames";
import { visit } from "./hostile-visit";

/** Hostile sockets that are open at the same time. */
const AT_ONCE = 30;
/** What one socket sends at most: the first mistake ends it, so that more is seldom heard. */
const MAX_FRAMES = 12;

const HELLO = oneFrame(
  encodeControl({ kind: "hello", protocol: 1, name: "Eve", clientId: 1 }),
);

export interface AttackOptions {
  readonly port: number;
  readonly room: string;
  /** How many frames are sent in all. */
  readonly frames: number;
  readonly random: Random;
  /** Messages that are really sent, to be spoilt. */
  readonly traffic: readonly Uint8Array[];
}

export interface AttackReport {
  readonly frames: number;
  readonly visits: number;
  /** Visits that the server neither answered nor ended in time. */
  readonly unanswered: number;
}

/** Sends hostile frames to a room, over many sockets of both kinds. */
export async function attack(options: AttackOptions): Promise<AttackReport> {
  const { port, room, random, traffic } = options;
  const maker = new HostileFrameMaker(random, traffic);
  const report = { frames: 0, visits: 0, unanswered: 0 };
  const goOn = async () => {
    while (report.frames < options.frames) {
      const frames = someFrames(maker, random);
      for (const { count } of frames) report.frames += count;
      const isStock = random.next() < 0.3;
      report.visits += 1;
      const isAnswered = await visit(
        { port, path: `/sync/${room}`, isStock },
        frames,
      );
      if (!isAnswered) report.unanswered += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, goOn));
  return report;
}

function someFrames(maker: HostileFrameMaker, random: Random): HostileFrames[] {
  // Most is only heard from those who have come in.
  const frames = random.next() < 0.6 ? [HELLO] : [];
  for (let i = randomInteger(random, MAX_FRAMES); i >= 0; i--)
    frames.push(maker.next());
  return frames;
}
