import type { NextConfig } from "next";

/** Where `npm run dev` may be opened from besides this machine: a phone on the same network. */
const LAN_HOSTS = ["10.*.*.*", "172.*.*.*", "192.168.*.*", "*.local"];

const config: NextConfig = {
  // Written into the pages when they are built: "" or, behind a proxy that serves us below a path, "/board".
  basePath: (process.env["BASE_PATH"] ?? "").replace(/\/+$/, ""),
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  allowedDevOrigins: LAN_HOSTS,
  // `npm test` checks the types of everything at once.
  typescript: { ignoreBuildErrors: true },
  // Else Next looks for a lockfile in the folders above and may settle on one of those.
  turbopack: { root: import.meta.dirname },
};

export default config;
