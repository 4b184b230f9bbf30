import { networkInterfaces } from "node:os";
import { getRequestListener } from "@hono/node-server";
import type { Clock } from "@/core/base/clock";
import { DeviceLinks } from "./auth/device-links";
import { isOperatorToken } from "./auth/operator-token";
import { OriginPolicy } from "./auth/origin-policy";
import { secureRandom } from "./auth/secure-random";
import type { ServerIdentity } from "./auth/server-identity";
import { SessionCookies } from "./auth/session-cookies";
import { BoardwalkServer } from "./boardwalk-server";
import type { Config } from "./config";
import { createApi } from "./http/api";
import { DiskProbe } from "./http/disk-probe";
import { lanOrigins } from "./http/lan-origins";
import { EventStreams } from "./http/event-streams";
import { PageGate } from "./http/page-gate";
import type { Pages } from "./http/pages";
import { RequestRouter } from "./http/request-router";
import { SyncAdmission } from "./http/sync-admission";
import { SyncUpgrades } from "./http/sync-upgrades";
import { ConnectionQuota } from "./limits/connection-quota";
import { GuessQuota } from "./limits/guess-quota";
import { RoomNameQuota } from "./limits/room-name-quota";
import type { Log } from "./log";
import { Metrics } from "./metrics/metrics";
import { addRoomMetrics } from "./metrics/room-metrics";
import { Tally } from "./metrics/tally";
import { addTallyMetrics } from "./metrics/tally-metrics";
import { Notifier } from "./notifications/notifier";
import { CountFeed } from "./rooms/count-feed";
import { RoomRegistry } from "./rooms/room-registry";
import type { UpdateCutter } from "./rooms/slices/update-cutter";
import type { BoardStorage } from "./storage/board-storage";

export interface ServerOptions {
  readonly config: Omit<Config, "dataDir" | "logLevel" | "sessionSecret">;
  readonly identity: ServerIdentity;
  /** Stays the caller's, who closes it once the server has stopped. */
  readonly storage: BoardStorage;
  /** The caller's as well. */
  readonly cutter: UpdateCutter;
  /** Makes the pages of a server that listens on `port`. */
  readonly openPages: (port: number) => Promise<Pages>;
  readonly clock: Clock;
  readonly log: Log;
  /** Shown at `/metrics`, with what the server adds. Default: with nothing else. */
  readonly metrics?: Metrics;
}

/** Puts a server together out of its parts. It does nothing before it is started. */
export function createServer(options: ServerOptions): BoardwalkServer {
  const { config, identity, storage, cutter, openPages, clock, log } = options;
  const { metrics = new Metrics() } = options;
  const { basePath, trustedProxies, isBench, isDevelopment } = config;
  const notifier = new Notifier({ storage, clock, log });
  const counts = new CountFeed();
  const disk = new DiskProbe({ clock, write: () => storage.probe() });
  const tally = new Tally();
  const context = {
    storage,
    clock,
    random: secureRandom,
    log,
    notifier,
    counts,
    cutter,
    tally,
  };
  const rooms = new RoomRegistry(context);
  addRoomMetrics(metrics, { rooms, clock });
  addTallyMetrics(metrics, tally);
  const roomNames = new RoomNameQuota(clock, config.roomRate);
  const origins = new OriginPolicy(config.allowedOrigins);
  const cookies = new SessionCookies({
    instanceId: identity.instanceId,
    secret: identity.sessionSecret,
    basePath,
  });
  const api = createApi({
    basePath,
    rooms,
    roomNames,
    origins,
    cookies,
    devices: new DeviceLinks({ clock, random: secureRandom }),
    guesses: new GuessQuota(clock),
    trustedProxies,
    clock,
    log,
    tally,
    isOperator: (token) =>
      isOperatorToken(token, identity.sessionSecret, clock.now()),
    lanOrigins: () => server.lanOrigins,
    random: secureRandom,
  });
  const events = new EventStreams({
    cookies,
    origins,
    // Of its own: the list of boards that somebody has seen must not keep them, or their neighbour, from a new one.
    roomNames: new RoomNameQuota(clock, config.roomRate),
    notifier,
    counts,
    peopleIn: (room) => rooms.peopleIn(room),
    trustedProxies,
    clock,
    tally,
  });
  const router = new RequestRouter({
    basePath,
    isBench,
    isDevelopment,
    trustedProxies,
    log,
    // Next makes its own use of the global Request and Response.
    api: getRequestListener(api.fetch, { overrideGlobalObjects: false }),
    events,
    gate: new PageGate({ cookies, isBench, isDevelopment }),
    pages: () => server.pages,
    obstacle: async () => {
      if (!server.isReady) return "starting or stopping";
      const { failingRooms } = rooms.unsaved;
      if (failingRooms > 0) return `${failingRooms} rooms cannot be saved`;
      return disk.problem();
    },
    metrics,
  });
  const upgrades = new SyncUpgrades({
    rooms,
    log,
    admission: new SyncAdmission({
      cookies,
      origins,
      roomNames,
      trustedProxies,
    }),
    connections: new ConnectionQuota(),
    tally,
    isStopping: () => server.isStopping,
  });
  const { host, port } = config;
  const server: BoardwalkServer = new BoardwalkServer({
    host,
    port,
    basePath,
    router,
    events,
    upgrades,
    rooms,
    openPages,
    clock,
    lanOrigins: (actualPort) =>
      lanOrigins({ host, port: actualPort, interfaces: networkInterfaces() }),
  });
  return server;
}
