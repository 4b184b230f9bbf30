import { createHmac, timingSafeEqual } from "node:crypto";
import { asUserId, type UserId } from "@/core/base/ids";

const YEAR_S = 365 * 24 * 60 * 60;
const USER_ID = /^[0-9A-Za-z]{16}$/;

export interface SessionCookiesOptions {
  /** Part of the cookie's name: cookies know no ports, and two servers on one host would overwrite each other's. */
  readonly instanceId: string;
  readonly secret: string;
  /** "" or such as `/board`. */
  readonly basePath: string;
}

/** The signed cookie that says who a browser is. */
export class SessionCookies {
  readonly #name: string;
  readonly #secret: string;
  readonly #path: string;

  constructor({ instanceId, secret, basePath }: SessionCookiesOptions) {
    this.#name = `boardwalk-${instanceId}`;
    this.#secret = secret;
    this.#path = basePath || "/";
  }

  /** The user in a `Cookie` header; undefined without one that we have signed. */
  read(header: string | undefined): UserId | undefined {
    for (const pair of header?.split(";") ?? []) {
      const [name, value] = splitOnce(pair.trim(), "=");
      const user = name === this.#name ? this.#verify(value) : undefined;
      if (user) return user;
    }
    return undefined;
  }

  /** The `Set-Cookie` header that keeps a user signed in for a year. */
  issue(user: UserId, { isSecure }: { isSecure: boolean }): string {
    const value = `${user}.${this.#sign(user)}`;
    const attributes = `Path=${this.#path}; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax`;
    const secure = isSecure ? "; Secure" : "";
    return `${this.#name}=${value}; ${attributes}${secure}`;
  }

  #verify(value: string): UserId | undefined {
    const [user, signature] = splitOnce(value, ".");
    if (!USER_ID.test(user)) return undefined;
    const given = Buffer.from(signature);
    const expected = Buffer.from(this.#sign(user));
    const isOurs =
      given.length === expected.length && timingSafeEqual(given, expected);
    return isOurs ? asUserId(user) : undefined;
  }

  #sign(user: string): string {
    return createHmac("sha256", this.#secret)
      .update(`${this.#name}=${user}`)
      .digest("base64url");
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
