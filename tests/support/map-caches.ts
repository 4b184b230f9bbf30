/** A browser's caches, as far as a worker of ours uses them. */
export class MapCaches {
  readonly #caches = new Map<string, MapCache>();

  async open(name: string): Promise<MapCache> {
    const cache = this.#caches.get(name) ?? new MapCache();
    this.#caches.set(name, cache);
    return cache;
  }

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }

  async match(address: string): Promise<Response | undefined> {
    for (const cache of this.#caches.values()) {
      const found = await cache.match(address);
      if (found) return found;
    }
    return undefined;
  }
}

class MapCache {
  readonly #responses = new Map<string, Response>();

  async match(address: string): Promise<Response | undefined> {
    return this.#responses.get(address)?.clone();
  }

  async put(address: string, response: Response): Promise<void> {
    this.#responses.set(address, response);
  }
}
