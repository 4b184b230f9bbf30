import { randomInteger, randomItem, type Random } from "@/core/base/random";
import type { Direction, TcpProxy } from "./tcp-proxy";

/** Something that goes wrong on a line, until it is mended. */
export type LineFault = (line: TcpProxy, random: Random) => void;

const MAX_DELAY_MS = 80;

const slowness =
  (...directions: readonly Direction[]): LineFault =>
  (line, random) =>
    line.slowDown(1 + randomInteger(random, MAX_DELAY_MS), directions);

const FAULTS: readonly LineFault[] = [
  slowness("up", "down"),
  slowness("up"),
  slowness("down"),
  (line) => line.cutOnce(),
  (line) => line.cut(),
  (line) => line.stall(),
  (line) => line.silence(),
];

/** Does something bad to a line. */
export const breakLine: LineFault = (line, random) =>
  randomItem(random, FAULTS)(line, random);
