import type { Random } from "@/core/base/random";

const TICK_MS = 1;

export interface PacerOptions {
  readonly senders: number;
  readonly perSecond: number;
  readonly random: Random;
  readonly send: (sender: number) => void;
}

/** Has each sender send so often, at moments of their own. Falls behind for nobody: what is late is sent at once. */
export async function pace(
  { senders, perSecond, random, send }: PacerOptions,
  milliseconds: number,
): Promise<void> {
  const period = 1000 / perSecond;
  const phases = Array.from({ length: senders }, (_, sender) => ({
    sender,
    phase: random.next() * period,
  })).sort((a, b) => a.phase - b.phase);
  const start = performance.now();
  const total = Math.round((milliseconds / period) * senders);
  await new Promise<void>((resolve) => {
    let sent = 0;
    const timer = setInterval(() => {
      const elapsed = performance.now() - start;
      while (sent < total) {
        const { sender, phase } = phases[sent % senders]!;
        if (Math.floor(sent / senders) * period + phase > elapsed) return;
        send(sender);
        sent += 1;
      }
      clearInterval(timer);
      resolve();
    }, TICK_MS);
  });
}
