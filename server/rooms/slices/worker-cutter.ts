import type { Log } from "../../log";
import { WorkerHandle } from "../../workers/worker-handle";
import type { CutterCalls } from "./cutter-calls";
import type { UpdateCutter } from "./update-cutter";

export interface WorkerCutterOptions {
  /** `cutter-worker.ts`, bundled as JavaScript. */
  readonly workerUrl: URL;
  readonly log: Log;
}

/** Cuts in a thread of its own, which is started when it is first needed, and again after it has died. */
export class WorkerCutter implements UpdateCutter {
  readonly #options: WorkerCutterOptions;
  #worker: Promise<WorkerHandle<CutterCalls>> | undefined;

  constructor(options: WorkerCutterOptions) {
    this.#options = options;
  }

  async cut(update: Uint8Array): Promise<Uint8Array[]> {
    const worker = await this.#running();
    return worker.call("cut", update);
  }

  async cutDocument(parts: readonly Uint8Array[]): Promise<Uint8Array[]> {
    const worker = await this.#running();
    return worker.call("cutDocument", parts);
  }

  async close(): Promise<void> {
    const worker = await this.#worker?.catch(() => undefined);
    await worker?.stop();
  }

  #running(): Promise<WorkerHandle<CutterCalls>> {
    return (this.#worker ??= this.#start());
  }

  async #start(): Promise<WorkerHandle<CutterCalls>> {
    const { workerUrl, log } = this.#options;
    const forget = (err: unknown) => {
      log.warn({ err }, "the thread that cuts updates has ended");
      this.#worker = undefined;
    };
    try {
      return await WorkerHandle.start<CutterCalls>({
        name: "update cutter",
        workerUrl,
        setup: undefined,
        onDeath: forget,
      });
    } catch (error) {
      forget(error);
      throw error;
    }
  }
}
