import type { KeepFiles } from "./keep-files";

/**
 * Has the site's pages kept in this browser, so that a board can be opened without the server. Does nothing where browsers do not
 * allow it: on plain http, but for localhost.
 *
 * @param basePath The path that the site lives under; empty at the root.
 */
export async function registerWorker(basePath: string): Promise<void> {
  // Undefined on plain http, whatever its type says.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return;
  // The build's scripts it has by itself; fonts are kept as they are used. Once it has taken over, it sees them being loaded.
  workers.addEventListener("controllerchange", () =>
    workers.controller?.postMessage(loadedFiles()),
  );
  try {
    await workers.register(`${basePath}/service-worker.js`, {
      scope: `${basePath}/`,
      updateViaCache: "none",
    });
  } catch {
    // There is none while the pages are developed, and a browser may refuse.
    return;
  }
  const { active } = await workers.ready;
  active?.postMessage(loadedFiles());
}

const loadedFiles = (): KeepFiles => ({
  keepFiles: performance.getEntriesByType("resource").map(({ name }) => name),
});
