import { readFile } from "node:fs/promises";
import { Server, type ServerResponse } from "node:http";
import path from "node:path";
import next from "next";
import type { Pages } from "./pages";
import { pagesFolder } from "./pages-folder";
import { sitePath } from "./site-path";

/** What pages in development listen to for new code. */
const HOT_RELOAD = /\/_next\/(webpack-)?hmr(\?|$)/;

export interface NextPagesOptions {
  /** The folder that holds `app` and the built pages. */
  readonly dir: string;
  readonly port: number;
  /** The path that the site lives under; empty at the root. */
  readonly basePath: string;
  /** Compile the pages as they are asked for, instead of serving what was built. */
  readonly isDevelopment: boolean;
}

/** The pages, made by Next. Resolves once they can be served. */
export async function openNextPages(options: NextPagesOptions): Promise<Pages> {
  const { dir, port, basePath, isDevelopment } = options;
  // Next ends every upgrade on the server that it is given, boards' included: this one never listens.
  const shadow = new Server();
  const app = next({ dir, port, dev: isDevelopment, httpServer: shadow });
  await app.prepare();
  const handle = app.getRequestHandler();
  const built = path.join(dir, pagesFolder(basePath));
  return {
    async handle(request, response) {
      const isWorkers =
        sitePath(request.url, basePath) === "/service-worker.js";
      if (isWorkers && !isDevelopment) await sendWorker(built, response);
      else await handle(request, response);
    },
    upgrade(request, socket, head) {
      const isNexts = isDevelopment && HOT_RELOAD.test(request.url ?? "");
      // Next listens only once the first page has been asked for.
      const isTaken = isNexts && shadow.emit("upgrade", request, socket, head);
      if (!isTaken) socket.destroy();
    },
    close: () => app.close(),
  };
}

/** Built beside the pages, and not one of their files: its address must stay the same, for a browser to see that it has changed. */
async function sendWorker(built: string, response: ServerResponse) {
  const code = await readFile(path.join(built, "service-worker.js"));
  response.writeHead(200, {
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": "no-cache",
  });
  response.end(code);
}
