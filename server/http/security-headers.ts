import type { ServerResponse } from "node:http";
import type { Approach } from "./forwarded";

/** Of what pages can ask of a device, nothing here needs any of these. */
const NEVER_ASKED = [
  "camera",
  "display-capture",
  "geolocation",
  "hid",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
];

const FOR_ALL: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  // For browsers that do not know `frame-ancestors`.
  "X-Frame-Options": "SAMEORIGIN",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": NEVER_ASKED.map((name) => `${name}=()`).join(", "),
  // Whatever is not a page runs nothing. Pages put their own in its place.
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'self'",
};

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;

/** Sets what every response tells the browser to keep to, of pages, files, the API, health and errors alike. */
export function setSecurityHeaders(
  response: ServerResponse,
  { isSecure, host }: Approach,
): void {
  for (const [name, value] of Object.entries(FOR_ALL))
    response.setHeader(name, value);
  // Elsewhere browsers do not heed it, and complain of it in every page's console.
  if (isSecure || LOOPBACK.test(host ?? ""))
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
}
