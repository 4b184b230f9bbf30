// Loaded before each server that is measured: answers what the process has used so far, all of its threads together.

process.on("message", (question) => {
  const { collect } = /** @type {{ collect: boolean }} */ (question);
  if (collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({
    cpuSeconds: (user + system) / 1e6,
    memoryBytes: process.memoryUsage.rss(),
  });
});
process.on("disconnect", () => process.exit(0));
