import type { Clock } from "@/core/base/clock";

/** How long a claim holds: until then every tab has heard of the same; milliseconds. */
const HOLD_MS = 10_000;

/** Runs `act` in one of the tabs that call this with the same key at about the same time, and in no other. */
export function claimOnce(key: string, clock: Clock, act: () => void): void {
  // Absent on plain http.
  const { locks }: { readonly locks?: LockManager } = navigator;
  if (!locks) {
    if (claimInStorage(key, clock)) act();
    return;
  }
  void locks.request(key, { ifAvailable: true }, (lock) => {
    if (!lock) return;
    act();
    return new Promise<void>((resolve) => clock.after(HOLD_MS, resolve));
  });
}

/** Nearly always once: two tabs that look in the same moment may both find it free. */
function claimInStorage(key: string, clock: Clock): boolean {
  try {
    const claimedAt = Number(localStorage.getItem(key) ?? 0);
    // One from the future was made before the clock was put back.
    if (Math.abs(clock.now() - claimedAt) < HOLD_MS) return false;
    localStorage.setItem(key, String(clock.now()));
    clock.after(HOLD_MS, () => localStorage.removeItem(key));
    return true;
  } catch {
    // Blocked: each tab is on its own.
    return true;
  }
}
