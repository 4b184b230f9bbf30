/** Puts why a server cannot listen into a sentence for the operator. Anything else is returned as it is. */
export function explainListenError(
  error: unknown,
  { port, host }: { readonly port: number; readonly host: string },
): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  switch (code) {
    case "EADDRINUSE":
      return new Error(
        `Port ${port} is in use by another program: stop that one, or set PORT to another port.`,
      );
    case "EACCES":
      return new Error(
        `Port ${port} is not allowed to this user: set PORT to 1024 or above.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Error(
        `This machine has no address "${host}": set HOST to one that it has, or to 0.0.0.0 for all.`,
      );
    default:
      return error;
  }
}
