import type { NextConfig } from "next";
import { pagesFolder } from "./server/http/pages-folder";

/** Written into the pages when they are built: "" or, behind a proxy that serves us below a path, "/board". */
const basePath = (process.env["BASE_PATH"] ?? "").replace(/\/+$/, "");

/** Where `npm run dev` may be opened from besides this machine: a phone on the same network. */
const LAN_HOSTS = ["10.*.*.*", "172.*.*.*", "192.168.*.*", "*.local"];

/** What packages ask for that is large and of no use in a browser: together 10 KB gzip of the room's page. */
const STAND_INS = {
  // What Next puts in place of a `Buffer` that nobody imports.
  "next/dist/compiled/buffer": { browser: "./client/stand-ins/no-buffer.ts" },
  "lib0/logging": { browser: "./client/stand-ins/plain-logging.ts" },
};

const config: NextConfig = {
  basePath,
  distDir: pagesFolder(basePath),
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  allowedDevOrigins: LAN_HOSTS,
  // `npm test` checks the types of everything at once.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    // Else Next looks for a lockfile in the folders above and may settle on one of those.
    root: import.meta.dirname,
    resolveAlias: STAND_INS,
  },
};

export default config;
