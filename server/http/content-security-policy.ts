export interface PolicyOptions {
  /** Known to nobody but this one page. */
  readonly nonce: string;
  /** The host that the page was asked from. */
  readonly host: string | undefined;
  readonly isDevelopment: boolean;
}

const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

/** What a page may load and do. Never upgrades to https: on a local network there is none. */
export function contentSecurityPolicy(options: PolicyOptions): string {
  const { nonce, host, isDevelopment } = options;
  // React's development tools compile code as they go.
  const evaluation = isDevelopment ? " 'unsafe-eval'" : "";
  // Some browsers do not take 'self' to include its sockets.
  const sockets =
    host !== undefined && HOST.test(host) ? ` ws://${host} wss://${host}` : "";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    `connect-src 'self'${sockets}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}
