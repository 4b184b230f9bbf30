import type { BoardId } from "@/core/base/ids";
import { isAmount, isObject, isText } from "@/core/base/guards";

export interface AccessApiOptions {
  readonly room: BoardId;
  /** The path that the site lives under; empty at the root. */
  readonly basePath: string;
  /** As `fetch`. */
  readonly fetch: (path: string, request: RequestInit) => Promise<Response>;
}

/** How something that needs a secret has ended. */
export type Answer =
  | "done"
  /** The secret is wrong, used up, expired or taken back. */
  | "refused"
  /** Too many were wrong: wait a minute. */
  | "tooMany"
  /** The server does not answer, or not with an answer. */
  | "failed";

export interface DeviceLink {
  readonly token: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly expiresAt: number;
}

const isDeviceLink = isObject<DeviceLink>({
  token: isText(16, 64),
  expiresAt: isAmount,
});

/** How this person comes to rights in a room, and to be themselves on another device. Nothing here rejects. */
export class AccessApi {
  readonly #options: AccessApiOptions;

  constructor(options: AccessApiOptions) {
    this.#options = options;
  }

  /** Takes the role that an invite gives. */
  redeemInvite(token: string, name: string): Promise<Answer> {
    const { room } = this.#options;
    return this.#try(`/rooms/${room}/invites/redemptions`, { token, name });
  }

  /** Gives the room's password. */
  givePassword(password: string, name: string): Promise<Answer> {
    const { room } = this.#options;
    return this.#try(`/rooms/${room}/admissions`, { password, name });
  }

  /** Becomes the person whom a link stands for: every page loaded from then on is theirs. */
  continueAs(token: string): Promise<Answer> {
    return this.#try("/me/devices/redemptions", { token });
  }

  /** Makes a link by which another browser becomes this person, once. Undefined when the server does not answer with one. */
  async makeDeviceLink(): Promise<DeviceLink | undefined> {
    try {
      const response = await this.#post("/me/devices", {});
      const link: unknown = await response.json();
      return isDeviceLink(link) ? link : undefined;
    } catch {
      return undefined;
    }
  }

  async #try(path: string, body: unknown): Promise<Answer> {
    try {
      const { status } = await this.#post(path, body);
      if (status === 200) return "done";
      if (status === 429) return "tooMany";
      return status === 403 || status === 404 ? "refused" : "failed";
    } catch {
      return "failed";
    }
  }

  #post(path: string, body: unknown): Promise<Response> {
    const { basePath, fetch } = this.#options;
    return fetch(`${basePath}/api${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  }
}
