import { useEffect, useState } from "react";
import { systemClock } from "@/core/base/clock";

/** By then a slow line has brought what the first stroke needs. */
const REST_MS = 1_500;

/** True once the person stirs, or the page has been there for a while: for what the first stroke can do without. */
export function useHasComeToRest(): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const onStir = () => setAtRest(true);
    const events = ["pointermove", "pointerdown", "keydown"];
    for (const type of events)
      window.addEventListener(type, onStir, { once: true });
    const cancel = systemClock.after(REST_MS, onStir);
    return () => {
      cancel();
      for (const type of events) window.removeEventListener(type, onStir);
    };
  }, []);
  return isAtRest;
}
