/** Where keys mean letters, or move within a list or a dialog. */
const OWN_KEYS = [
  "input",
  "textarea",
  "select",
  '[contenteditable]:not([contenteditable="false"])',
  '[role="dialog"]',
  '[role="menu"]',
  '[role="listbox"]',
].join(", ");

/** Where Space presses what has the focus. */
const PRESSABLE = 'button, a[href], summary, [role="button"]';

/** Whether the keys that `target` gets are its own, so that no shortcut may answer them. */
export const ownsKeys = (target: EventTarget | null): boolean =>
  isWithin(target, OWN_KEYS);

/** Whether Space belongs to `target`. */
export const ownsSpace = (target: EventTarget | null): boolean =>
  ownsKeys(target) || isWithin(target, PRESSABLE);

function isWithin(target: EventTarget | null, selector: string): boolean {
  if (!target || !("closest" in target)) return false;
  return (target as Element).closest(selector) !== null;
}
