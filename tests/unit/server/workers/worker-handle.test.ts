import { describe, expect, test, vi } from "vitest";
import { WorkerHandle } from "@/server/workers/worker-handle";

/** What the workers of these tests can be asked. */
type Calls = {
  double(value: number): number;
  fail(): void;
  exit(): void;
  crash(): void;
  close(): void;
};

/** A worker that serves `Calls`. */
const SERVING = `
  parentPort.on("message", ({ number, call, args }) => {
    if (call === "double") parentPort.postMessage({ number, value: 2 * args[0] });
    if (call === "fail") parentPort.postMessage({ number, error: "It failed." });
    if (call === "exit") process.exit(3);
    if (call === "crash") throw new Error("It crashed.");
    if (call === "close") { parentPort.postMessage({ number }); parentPort.close(); }
  });
  parentPort.postMessage({ number: 0 });`;

describe("WorkerHandle", () => {
  test("answers each call with its result", async () => {
    const { handle } = await start(SERVING);

    const [one, two] = [handle.call("double", 1), handle.call("double", 2)];

    expect([await one, await two]).toEqual([2, 4]);
    await handle.stop();
  });

  test("rejects a call that failed, and serves the next", async () => {
    const { handle } = await start(SERVING);

    await expect(handle.call("fail")).rejects.toThrow("It failed.");

    expect(await handle.call("double", 3)).toBe(6);
    await handle.stop();
  });

  test("answers what was asked before it was stopped, and refuses what is asked later", async () => {
    const { handle, onDeath } = await start(SERVING);
    const before = handle.call("double", 1);

    await handle.stop();

    expect(await before).toBe(2);
    await expect(handle.call("double", 1)).rejects.toThrow(
      "The storage is closed.",
    );
    expect(onDeath).not.toHaveBeenCalled();
  });

  test("rejects the calls that wait when the worker exits, and every later one", async () => {
    const { handle, onDeath } = await start(SERVING);
    const death =
      "The storage has ended (exit code 3): start the server again.";

    const exit = handle.call("exit");
    const waiting = handle.call("double", 1);

    await expect(exit).rejects.toThrow(death);
    await expect(waiting).rejects.toThrow(death);
    await expect(handle.call("double", 1)).rejects.toThrow(death);
    expect(onDeath).toHaveBeenCalledExactlyOnceWith(new Error(death));
    await handle.stop();
  });

  test("says what the worker died of", async () => {
    const { handle, onDeath } = await start(SERVING);

    await expect(handle.call("crash")).rejects.toThrow(
      "The storage has ended (It crashed.): start the server again.",
    );

    expect(onDeath).toHaveBeenCalledOnce();
    await handle.stop();
  });

  test("cannot be started when the worker reports that it could not open", async () => {
    await expect(
      start('parentPort.postMessage({ number: 0, error: "No such folder." })'),
    ).rejects.toThrow("No such folder.");
  });

  test("cannot be started when the worker ends before it has opened", async () => {
    await expect(start("process.exit(3)")).rejects.toThrow(
      "The storage has ended (exit code 3)",
    );
    await expect(start("throw new Error('Bad code.')")).rejects.toThrow(
      "The storage has ended (Bad code.)",
    );
  });
});

async function start(code: string) {
  const source = `import { parentPort } from "node:worker_threads"; ${code}`;
  const onDeath = vi.fn();
  const handle = await WorkerHandle.start<Calls>({
    name: "storage",
    workerUrl: new URL(`data:text/javascript,${encodeURIComponent(source)}`),
    setup: {},
    onDeath,
  });
  return { handle, onDeath };
}
