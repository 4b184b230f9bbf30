/** Names that mean something else than a key to an object of JavaScript. No key of a document or of a state may be one of them. */
const FORBIDDEN = ["__proto__", "constructor", "prototype"];

export const isForbiddenKey = (key: string): boolean => FORBIDDEN.includes(key);

/** Whether the bytes from `from` up to `to` are such a name. */
export function isForbiddenAt(
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  return FORBIDDEN.some((name) => {
    if (name.length !== to - from) return false;
    for (let i = 0; i < name.length; i++)
      if (name.charCodeAt(i) !== bytes[from + i]) return false;
    return true;
  });
}

/** Whether a value out of JSON has such a key anywhere. */
export function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) => isForbiddenKey(key) || hasForbiddenKey(inner),
  );
}
