/** The calls that a worker answers. Arguments and results are copied between the threads, so they are plain data. */
export type CallsOf<Calls> = {
  [Name in keyof Calls]: (...args: never[]) => unknown;
};

export interface WorkerRequest {
  /** Comes back in the answer. The answer numbered 0 says how the worker's start went. */
  readonly number: number;
  readonly call: string;
  readonly args: readonly unknown[];
}

export type WorkerAnswer =
  | { readonly number: number; readonly value: unknown }
  | { readonly number: number; readonly error: string };
