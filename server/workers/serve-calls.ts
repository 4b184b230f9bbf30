import type { MessagePort } from "node:worker_threads";
import type { CallsOf, WorkerAnswer, WorkerRequest } from "./worker-messages";

/** The worker's end of a `WorkerHandle`: answers its requests one by one, until it has answered `close`. */
export function serveCalls<Calls extends CallsOf<Calls> & { close(): void }>(
  port: MessagePort,
  calls: Calls,
): void {
  port.on("message", (request: WorkerRequest) => {
    port.postMessage(answer(calls, request));
    if (request.call === "close") port.close();
  });
}

/**
 * Tells the worker's `WorkerHandle` how the start went.
 *
 * @param error Why it failed. Default: it did not.
 */
export function reportStart(port: MessagePort, error?: unknown): void {
  const answer: WorkerAnswer =
    error === undefined
      ? { number: 0, value: undefined }
      : { number: 0, error: describeError(error) };
  port.postMessage(answer);
}

function answer<Calls extends CallsOf<Calls>>(
  calls: Calls,
  { number, call, args }: WorkerRequest,
): WorkerAnswer {
  try {
    // `WorkerHandle` let through only the names and arguments of these calls.
    const value = calls[call as keyof Calls](...(args as never[]));
    return { number, value };
  } catch (error) {
    return { number, error: describeError(error) };
  }
}

/** An error as one line, with SQLite's code: only plain text crosses to the other thread unharmed. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? ` (${String(error.code)})` : "";
  return error.message + code;
}
