import { useEffect, useEffectEvent } from "react";
import { ownsKeys } from "@/client/editor/input/typing-target";
import { matchesKeys } from "@/client/editor/key-bindings";

/**
 * Calls `onPress` when `keys`, such as `Shift+C`, are pressed anywhere on the page except where keys are typed or move within a list. For what
 * concerns the interface alone; what concerns the board is a command of the editor.
 */
export function useShortcut(keys: string, onPress: () => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || ownsKeys(event.target)) return;
      if (!matchesKeys(keys, event)) return;
      event.preventDefault();
      press();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [keys]);
}
