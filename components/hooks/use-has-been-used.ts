import { useEffect, useState } from "react";

/** Whether this person has done anything with the page yet: a stroke, a click or a key, from its end on. */
export function useHasBeenUsed(): boolean {
  const [hasBeenUsed, setUsed] = useState(false);
  useEffect(() => {
    const onUse = () => setUsed(true);
    const options = { once: true };
    window.addEventListener("pointerup", onUse, options);
    window.addEventListener("keyup", onUse, options);
    return () => {
      window.removeEventListener("pointerup", onUse);
      window.removeEventListener("keyup", onUse);
    };
  }, []);
  return hasBeenUsed;
}
