/** The part of the browser's localStorage that is used here. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The part that is needed where keys come and go. */
export interface ListedStorage extends KeyValueStorage {
  readonly length: number;
  key(index: number): string | null;
  removeItem(key: string): void;
}

/** Undefined where the browser refuses: it throws when its storage is full or forbidden, and nothing kept there is worth a broken page. */
export function tolerating<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
