import { hasCommandKey, keyLabel } from "./key-label";

/** Keys as commands write them, such as `Mod+Z`, drawn as a key. Not shown to those who have no keyboard at hand. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <kbd className="text-fine text-ink-soft bg-sunken rounded-key px-1.5 py-0.5 font-sans font-medium whitespace-nowrap pointer-coarse:hidden">
      {keyLabel(keys, hasCommandKey())}
    </kbd>
  );
}
