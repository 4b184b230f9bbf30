import type { Random } from "@/core/base/random";
import { createStore, type Store, type WritableStore } from "@/core/base/store";
import { cleanName, makePersonName } from "@/core/protocol/person";
import {
  tolerating,
  type KeyValueStorage,
} from "@/core/base/key-value-storage";

const NAME_KEY = "boardwalk.name";

export interface Profile {
  readonly name: string;
}

/** How this person appears to others: the same on every board that this browser opens. */
export class ProfileStore {
  readonly #storage: KeyValueStorage | undefined;
  readonly #state: WritableStore<Profile>;

  /** @param storage Undefined where the browser keeps nothing: then the name lasts as long as the page. */
  constructor(storage: KeyValueStorage | undefined, random: Random) {
    this.#storage = storage;
    const stored = cleanName(this.#read() ?? "");
    const name = stored ?? makePersonName(random);
    this.#state = createStore<Profile>({ name });
    if (stored === undefined) this.#write(name);
  }

  get state(): Store<Profile> {
    return this.#state;
  }

  /** Takes a new name, cleaned. Says false, and changes nothing, when nothing is left of it. */
  rename(name: string): boolean {
    const cleaned = cleanName(name);
    if (cleaned === undefined) return false;
    this.#state.set({ name: cleaned });
    this.#write(cleaned);
    return true;
  }

  #read(): string | null {
    return tolerating(() => this.#storage?.getItem(NAME_KEY)) ?? null;
  }

  #write(name: string): void {
    tolerating(() => this.#storage?.setItem(NAME_KEY, name));
  }
}
