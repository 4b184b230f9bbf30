/** Remembers what was computed for a key, and forgets everything once it holds `limit` answers: simple, and rarely due. */
export class BoundedCache<Value> {
  readonly #limit: number;
  readonly #answers = new Map<string, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The answer for `key`; `compute` is asked when none is remembered. */
  get(key: string, compute: () => Value): Value {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const value = compute();
    if (this.#answers.size >= this.#limit) this.#answers.clear();
    this.#answers.set(key, value);
    return value;
  }

  clear(): void {
    this.#answers.clear();
  }
}
