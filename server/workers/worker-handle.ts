import { Worker } from "node:worker_threads";
import type { CallsOf, WorkerAnswer, WorkerRequest } from "./worker-messages";

interface WaitingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface WorkerStart {
  /** What the worker is to those who read its errors, such as "storage". */
  readonly name: string;
  /** The worker's entry file, as JavaScript. */
  readonly workerUrl: URL;
  /** Given to the worker as its data, copied. */
  readonly setup: unknown;
  /** Called once when a worker that had started ends without `stop`. */
  readonly onDeath: (error: Error) => void;
}

/** The number of the answer that a worker gives unasked: how its start went. */
const START = 0;

/**
 * The main thread's end of a worker: a call becomes a message, its answer settles a promise.
 *
 *     starting ── answer 0 ──> open ── stop() ──> stopping ── exit ──> ended
 *         └── error or exit ────┴── error or exit: it has died ─────────┘
 *
 * When it has ended, the calls that wait are rejected, and so is every later one.
 */
export class WorkerHandle<Calls extends CallsOf<Calls>> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, WaitingCall>();
  readonly #exited: Promise<void>;
  readonly #name: string;
  #lastNumber = START;
  #hasStarted = false;
  /** From then on an exit is what was asked for; Node may report it before the last answer was heard. */
  #isStopping = false;
  /** Why calls are refused; undefined while they are not. */
  #end: Error | undefined;

  /** Resolves once the worker has opened its connection; rejects with the worker's reason when it could not. */
  static async start<Calls extends CallsOf<Calls>>(
    start: WorkerStart,
  ): Promise<WorkerHandle<Calls>> {
    const handle = new WorkerHandle<Calls>(start);
    try {
      await handle.#answerTo(START);
    } catch (error) {
      await handle.#exited;
      throw error;
    }
    handle.#hasStarted = true;
    return handle;
  }

  private constructor({ name, workerUrl, setup, onDeath }: WorkerStart) {
    this.#name = name;
    const die = (reason: string) => {
      if (this.#end) return;
      const error = new Error(
        `The ${name} has ended (${reason}): start the server again.`,
      );
      this.#refuseWith(error);
      if (this.#hasStarted && !this.#isStopping) onDeath(error);
    };
    this.#worker = new Worker(workerUrl, { workerData: setup });
    this.#worker.on("message", (answer: WorkerAnswer) => this.#settle(answer));
    this.#worker.on("error", (error) => die(messageOf(error)));
    this.#exited = new Promise((resolve) => {
      this.#worker.on("exit", (code) => {
        die(`exit code ${code}`);
        resolve();
      });
    });
  }

  call<Name extends keyof Calls & string>(
    name: Name,
    ...args: Parameters<Calls[Name]>
  ): Promise<ReturnType<Calls[Name]>> {
    // The worker serves the same `Calls`.
    return this.#ask(name, args) as Promise<ReturnType<Calls[Name]>>;
  }

  /** Lets the worker answer what it was asked, close its files and end. Does nothing when it has ended already. */
  async stop(): Promise<void> {
    if (this.#end) return;
    this.#isStopping = true;
    await this.#ask("close", []);
    this.#refuseWith(new Error(`The ${this.#name} is closed.`));
    await this.#exited;
  }

  #ask(call: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#end) return Promise.reject(this.#end);
    const request: WorkerRequest = { number: ++this.#lastNumber, call, args };
    const answer = this.#answerTo(request.number);
    this.#worker.postMessage(request);
    return answer;
  }

  #answerTo(number: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
    });
  }

  #settle(answer: WorkerAnswer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if ("error" in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.value);
  }

  #refuseWith(error: Error): void {
    this.#end = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
