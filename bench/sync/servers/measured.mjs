// Loaded before each server that is measured: answers what the process has used so far, all of its threads together.

process.on("message", (question) => {
  const { collect } = /** @type {{ collect: boolean }} */ (question);
  if (collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({
    cpuSeconds: (user + system) / 1e6,
    memoryBytes: rss,
    heapBytes: heapUsed + external,
  });
});
process.on("disconnect", () => process.exit(0));
