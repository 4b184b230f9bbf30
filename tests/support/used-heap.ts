import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { setImmediate } from "node:timers/promises";

/** The bytes that JavaScript values of this process take, once all that can be given back has been. */
export async function usedHeap(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // What ends in one turn, as sockets do, is let go in the next.
  for (let i = 0; i < 3; i++) {
    await setImmediate();
    collect();
  }
  return process.memoryUsage().heapUsed;
}
