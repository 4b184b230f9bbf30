import { Server } from "node:http";
import next from "next";
import type { Pages } from "./pages";

/** What pages in development listen to for new code. */
const HOT_RELOAD = /\/_next\/(webpack-)?hmr(\?|$)/;

export interface NextPagesOptions {
  /** The folder that holds `app` and the built pages. */
  readonly dir: string;
  readonly port: number;
  /** Compile the pages as they are asked for, instead of serving what was built. */
  readonly isDevelopment: boolean;
}

/** The pages, made by Next. Resolves once they can be served. */
export async function openNextPages(options: NextPagesOptions): Promise<Pages> {
  const { dir, port, isDevelopment } = options;
  // Next ends every upgrade on the server that it is given, boards' included: this one never listens.
  const shadow = new Server();
  const app = next({ dir, port, dev: isDevelopment, httpServer: shadow });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (request, response) => handle(request, response),
    upgrade(request, socket, head) {
      const isNexts = isDevelopment && HOT_RELOAD.test(request.url ?? "");
      // Next listens only once the first page has been asked for.
      const isTaken = isNexts && shadow.emit("upgrade", request, socket, head);
      if (!isTaken) socket.destroy();
    },
    close: () => app.close(),
  };
}
