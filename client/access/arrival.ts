/** What a link brings along in its fragment, which no server and no proxy logs. */
export type Arrival =
  | { readonly kind: "invite"; readonly token: string }
  | { readonly kind: "device"; readonly token: string };

const FRAGMENT = /^#(invite|device)=(\w{16,64})$/;

/** Reads the fragment of a page's address. Undefined when it holds nothing of the kind. */
export function arrivalIn(fragment: string): Arrival | undefined {
  const [, kind, token] = FRAGMENT.exec(fragment) ?? [];
  if (!token) return undefined;
  return { kind: kind === "device" ? "device" : "invite", token };
}

/** The fragment to put behind a room's address. */
export const fragmentOf = ({ kind, token }: Arrival): string =>
  `#${kind}=${token}`;
