import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
} from "node:http";
import type { Duplex } from "node:stream";
import { assert } from "@/core/base/assert";
import type { Clock } from "@/core/base/clock";
import type { EventStreams } from "./http/event-streams";
import type { Pages } from "./http/pages";
import type { RequestRouter } from "./http/request-router";
import { sitePath } from "./http/site-path";
import type { SyncUpgrades } from "./http/sync-upgrades";
import type { RoomRegistry } from "./rooms/room-registry";

/** How long members have to answer that their sockets are closed. */
const GOODBYE_MS = 1_000;
const SYNC_PATH = /^\/sync\/([^/]*)$/;

export interface BoardwalkServerOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly basePath: string;
  readonly router: RequestRouter;
  readonly events: EventStreams;
  readonly upgrades: SyncUpgrades;
  readonly rooms: RoomRegistry;
  readonly openPages: (port: number) => Promise<Pages>;
  readonly lanOrigins: (port: number) => readonly string[];
  readonly clock: Clock;
}

/**
 * The one port on which pages, the HTTP API and the boards' sockets are served.
 *
 * ```
 * made -- start() --> starting -- pages are there --> ready -- stop() --> stopping -- all is stored --> stopped
 * ```
 */
export class BoardwalkServer {
  readonly #options: BoardwalkServerOptions;
  readonly #http: Server;
  #pages: Promise<Pages> | undefined;
  #isReady = false;
  #isStopping = false;

  constructor(options: BoardwalkServerOptions) {
    this.#options = options;
    this.#http = createHttpServer((request, response) => {
      void options.router.handle(request, response);
    });
    this.#http.on("upgrade", (request, socket, head) =>
      this.#upgrade(request, socket, head),
    );
  }

  /** Whether it can be visited: it has started and has not begun to stop. */
  get isReady(): boolean {
    return this.#isReady && !this.#isStopping;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** The port that it listens on. */
  get port(): number {
    const address = this.#http.address();
    assert(address && typeof address === "object", "The server has no port.");
    return address.port;
  }

  /** Where others on the network reach it, such as `http://192.168.1.5:3000`. */
  get lanOrigins(): readonly string[] {
    return this.#options.lanOrigins(this.port);
  }

  /** Resolves once pages can be served. */
  get pages(): Promise<Pages> {
    assert(this.#pages, "The server has not been started.");
    return this.#pages;
  }

  /** Begins to listen; resolves once everything can be visited. Rejects when the port is not to be had or there are no pages. */
  async start(): Promise<void> {
    await this.#listen();
    this.#pages = this.#options.openPages(this.port);
    await this.#pages;
    this.#isReady = true;
  }

  /** Lets nobody in any more, sends the members away and resolves once all that they drew and said is stored. */
  async stop(): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    this.#http.close();
    this.#options.events.closeAll();
    this.#http.closeIdleConnections();
    await this.#options.rooms.drain();
    await this.#goodbye();
    this.#options.upgrades.terminateAll();
    this.#http.closeAllConnections();
    const pages = await this.#pages;
    await pages?.close();
  }

  #listen(): Promise<void> {
    const { host, port } = this.#options;
    return new Promise((resolve, reject) => {
      this.#http.once("error", reject);
      this.#http.listen(port, host, () => {
        this.#http.off("error", reject);
        resolve();
      });
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { upgrades, basePath } = this.#options;
    destroyOnError(socket);
    const path = sitePath(request.url, basePath);
    const room = SYNC_PATH.exec(path ?? "")?.[1];
    if (room !== undefined) upgrades.handle(request, socket, { head, room });
    else
      void this.pages.then(
        (pages) => pages.upgrade(request, socket, head),
        () => socket.destroy(),
      );
  }

  /** Waits until the members have taken note, or have had the time to. */
  #goodbye(): Promise<void> {
    const { clock, upgrades } = this.#options;
    return new Promise((resolve) => {
      const giveUp = clock.after(GOODBYE_MS, resolve);
      void upgrades.whenEmpty().then(() => {
        giveUp();
        resolve();
      });
    });
  }
}

/** A function of its own: a listener that was made where the upgrade is handled would keep the request as long as the socket lives. */
function destroyOnError(socket: Duplex): void {
  socket.on("error", () => socket.destroy());
}
