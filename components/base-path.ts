/**
 * The path that the whole site lives under, such as `/boards`; empty at the root of its host. Links made by Next carry it by
 * themselves; what we fetch or show as an address does not. Next writes it in while it builds.
 */
export const BASE_PATH: string = process.env.__NEXT_ROUTER_BASEPATH ?? "";

/** An address on this server, from its path within the site: `/api/rooms` becomes `/boards/api/rooms`. */
export const withBasePath = (path: `/${string}`): string => BASE_PATH + path;
