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

/** Where Space and Enter press what has the focus, and arrows and Tab go on from it. */
const PRESSABLE = 'button, a[href], summary, [role="button"]';

/** Whether the keys that `target` gets are its own, so that no shortcut may answer them. */
export const ownsKeys = (target: EventTarget | null): boolean =>
  isWithin(target, OWN_KEYS);

/** Whether the keys that press things and move between them belong to `target`. */
export const ownsNavigation = (target: EventTarget | null): boolean =>
  ownsKeys(target) || isWithin(target, PRESSABLE);

function isWithin(target: EventTarget | null, selector: string): boolean {
  if (!target || !("closest" in target)) return false;
  return (target as Element).closest(selector) !== null;
}
