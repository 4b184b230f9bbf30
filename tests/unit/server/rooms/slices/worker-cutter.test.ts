import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { cutUpdate } from "@/server/rooms/slices/cut-update";
import { WorkerCutter } from "@/server/rooms/slices/worker-cutter";
import { bundleForNode } from "../../../../../scripts/lib/bundle-for-node.mjs";

const log = { debug() {}, info() {}, warn() {}, error() {} };

function update(): Uint8Array {
  const doc = new Y.Doc();
  for (let i = 0; i < 3_000; i++) doc.getMap("shapes").set(`${i}`, i);
  return Y.encodeStateAsUpdate(doc);
}

function open(workerUrl: URL): WorkerCutter {
  const cutter = new WorkerCutter({ workerUrl, log });
  onTestFinished(() => cutter.close());
  return cutter;
}

test("cuts in a thread of its own as it would be cut here", async () => {
  const cutter = open(
    await bundleForNode("server/rooms/slices/cutter-worker.ts"),
  );
  const whole = update();

  const [slices, document] = await Promise.all([
    cutter.cut(whole),
    cutter.cutDocument([whole]),
  ]);

  expect(slices).toEqual(cutUpdate(whole));
  expect(document).toHaveLength(3);
  await expect(cutter.cut(whole.subarray(1))).rejects.toThrow();
  await expect(cutter.cutDocument([whole.subarray(1)])).rejects.toThrow();
});

test("starts another thread after one has died", async () => {
  const source = `import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ call, number }) => {
      if (call === "close") { parentPort.postMessage({ number }); parentPort.close(); }
      else process.exit(1);
    });
    parentPort.postMessage({ number: 0 });`;
  const cutter = open(
    new URL(`data:text/javascript,${encodeURIComponent(source)}`),
  );

  await expect(cutter.cut(update())).rejects.toThrow(
    "The update cutter has ended (exit code 1)",
  );
  await expect(cutter.cut(update())).rejects.toThrow("exit code 1");
});

test("rejects where no thread can be started", async () => {
  const cutter = open(new URL("data:text/javascript,process.exit(1)"));

  await expect(cutter.cut(update())).rejects.toThrow("has ended");
});
