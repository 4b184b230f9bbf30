import type { Clock } from "@/core/base/clock";
import type { UserId } from "@/core/base/ids";
import type { Random } from "@/core/base/random";
import { DEVICE_LINK_MS, MAX_DEVICE_LINKS } from "@/core/protocol/limits";
import { hashToken, makeToken } from "../access/tokens";

export interface DeviceLink {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

interface OpenLink {
  readonly user: UserId;
  readonly expiresAt: number;
}

/** Links that make another browser the same person, once. They end with the process: whoever waited for one makes another. */
export class DeviceLinks {
  readonly #clock: Clock;
  readonly #random: Random;
  /** By the hash of the token, in the order in which they were made. */
  readonly #open = new Map<string, OpenLink>();

  constructor({ clock, random }: { clock: Clock; random: Random }) {
    this.#clock = clock;
    this.#random = random;
  }

  make(user: UserId): DeviceLink {
    this.#dropExpired();
    const own = [...this.#open].filter(([, link]) => link.user === user);
    const oldest = own[0];
    if (oldest && own.length >= MAX_DEVICE_LINKS) this.#open.delete(oldest[0]);
    const token = makeToken(this.#random);
    const expiresAt = this.#clock.now() + DEVICE_LINK_MS;
    this.#open.set(hashToken(token), { user, expiresAt });
    return { token, expiresAt };
  }

  /** Whom the link stands for. Undefined when it is not known, has expired or has been used. */
  use(token: string): UserId | undefined {
    this.#dropExpired();
    const hash = hashToken(token);
    const link = this.#open.get(hash);
    this.#open.delete(hash);
    return link?.user;
  }

  #dropExpired(): void {
    const now = this.#clock.now();
    for (const [hash, { expiresAt }] of this.#open)
      if (expiresAt <= now) this.#open.delete(hash);
  }
}
