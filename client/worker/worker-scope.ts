/** What is used here of a service worker's global scope, which the browser's types do not hold together with those of a page. */
export interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: "install" | "activate",
    listener: (event: LastingEvent) => void,
  ): void;
  addEventListener(
    type: "fetch",
    listener: (event: RequestEvent) => void,
  ): void;
  addEventListener(
    type: "message",
    listener: (event: LastingEvent & { readonly data: unknown }) => void,
  ): void;
}

/** An event whose worker the browser keeps alive until the promise has settled. */
interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent extends LastingEvent {
  readonly request: Request;
  /** Answers the request; without it the network does. */
  respondWith(response: Promise<Response>): void;
}
