import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "@/core/base/random";
import type { Join, Member } from "../dialects/member";
import { Meter } from "./meter";
import { pace } from "./pacer";
import { ServerProcess, type ServerName } from "./server-process";

export interface FanOutOptions {
  readonly server: ServerName;
  readonly join: Join;
  readonly rooms: number;
  /** In each room. */
  readonly people: number;
  /** How many of a room's people say something. */
  readonly senders: number;
  readonly perSecond: number;
  readonly seconds: number;
}

/** What a server made of it. */
export interface FanOutResult {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Seconds for 100,000 deliveries, of the server. */
  readonly cpu: number;
  /** The same of the load, which must not be the heavier side. */
  readonly loadCpu: number;
  /** Of TCP at the receivers, for each delivery. */
  readonly bytes: number;
  /** KiB of the server's memory for each socket, at the end. */
  readonly memory: number;
  /** Of all that was to arrive. */
  readonly delivered: number;
  /** Cores that the server kept busy. */
  readonly cores: number;
}

const WARM_UP_MS = 1_500;
/** Whoever is silent for so long has delivered what it delivers. */
const QUIET_MS = 400;
const MAX_DRAIN_MS = 6_000;
const JOINS_AT_ONCE = 25;

/** Lets people talk to each other through a server of their own, and measures it. */
export async function fanOut(options: FanOutOptions): Promise<FanOutResult> {
  const { server: name, people, senders, rooms, perSecond, seconds } = options;
  const server = await ServerProcess.start(name);
  try {
    const meter = new Meter(rooms * people);
    const empty = await server.usage({ collect: true });
    const members = await gather(options, { port: server.port, meter });
    const speakers = members.filter((_, i) => i % people < senders);
    const random = seededRandom(7);
    const talk = (milliseconds: number) =>
      pace(
        {
          senders: speakers.length,
          perSecond,
          random,
          send: (i) => {
            const { member, index } = speakers[i]!;
            member.say(meter.nextOf(index));
          },
        },
        milliseconds,
      );
    await talk(WARM_UP_MS);
    await untilQuiet(meter);
    const bytesRead = () =>
      members.reduce((sum, { member }) => sum + member.socket.bytesRead, 0);
    const bytesBefore = bytesRead();
    const before = await server.usage();
    const loadBefore = process.cpuUsage();
    const startedAt = performance.now();
    meter.open();
    await talk(seconds * 1000);
    await untilQuiet(meter);
    const load = process.cpuUsage(loadBefore);
    const after = await server.usage();
    const elapsed = (meter.lastArrival - startedAt) / 1000;
    const full = await server.usage({ collect: true });
    const per100k = 100_000 / meter.delivered;
    const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
    const result = {
      p50: meter.latency(50),
      p95: meter.latency(95),
      p99: meter.latency(99),
      cpu: cpuSeconds * per100k,
      loadCpu: ((load.user + load.system) / 1e6) * per100k,
      bytes: (bytesRead() - bytesBefore) / meter.delivered,
      memory: (full.memoryBytes - empty.memoryBytes) / 1024 / members.length,
      delivered: meter.delivered / (meter.sent * (people - 1)),
      cores: cpuSeconds / elapsed,
    };
    await Promise.all(members.map(({ member }) => member.socket.close()));
    return result;
  } finally {
    await server.stop();
  }
}

interface Speaker {
  readonly member: Member;
  /** Among all members of all rooms. */
  readonly index: number;
}

/** Everybody, room by room. */
async function gather(
  { join, rooms, people }: FanOutOptions,
  { port, meter }: { port: number; meter: Meter },
): Promise<Speaker[]> {
  const random = seededRandom(1);
  const members: Speaker[] = [];
  const total = rooms * people;
  while (members.length < total) {
    const first = members.length;
    const count = Math.min(JOINS_AT_ONCE, total - first);
    const joining = Array.from({ length: count }, async (_, i) => {
      const index = first + i;
      const room = Math.floor(index / people);
      const member = await join({
        port,
        room: `bench-${room}`,
        index: index % people,
        random,
        arrived: (sender, number, now) =>
          meter.arrived(room * people + sender, number, now),
      });
      return { member, index };
    });
    members.push(...(await Promise.all(joining)));
  }
  return members;
}

async function untilQuiet(meter: Meter): Promise<void> {
  const end = performance.now() + MAX_DRAIN_MS;
  const isQuiet = () => performance.now() - meter.lastArrival > QUIET_MS;
  do await sleep(50);
  while (!isQuiet() && performance.now() < end);
}
