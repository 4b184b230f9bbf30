import type { TestServer } from "./server";

export interface Visitor {
  readonly cookie: string;
  readonly user: string;
  /** What a socket that one of their pages opens sends along. */
  readonly headers: { readonly cookie: string; readonly origin: string };
}

/** Somebody with a cookie of the server's: one person in all their connections. */
export async function visitor({ url }: TestServer): Promise<Visitor> {
  const response = await fetch(`${url}/`);
  const cookie = response.headers.get("set-cookie")!.split(";")[0]!;
  const { headers } = (await response.json()) as {
    headers: Record<string, string>;
  };
  const user = headers["x-boardwalk-user"]!;
  return { cookie, user, headers: { cookie, origin: url } };
}
