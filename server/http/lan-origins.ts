import type { NetworkInterfaceInfo } from "node:os";

export interface LanOptions {
  /** The address that the server listens on. */
  readonly host: string;
  readonly port: number;
  readonly interfaces: Readonly<
    Record<string, readonly NetworkInterfaceInfo[] | undefined>
  >;
}

const EVERYWHERE = new Set(["0.0.0.0", "::", ""]);
/** Networks inside this machine, and private tunnels: whoever stands next to it is not in them. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|utun|tun|tap|wg|tailscale|zt)/i;

/** Where others on the same network reach the server, such as `http://192.168.1.5:3000`; the likeliest first. */
export function lanOrigins({ host, port, interfaces }: LanOptions): string[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses]) =>
      (addresses ?? []).map((info) => ({ name, info })),
    )
    .filter(({ info }) => isReachable(info))
    .filter(({ info }) => EVERYWHERE.has(host) || info.address === host)
    .sort((a, b) => rank(a.name) - rank(b.name))
    .map(({ info }) => `http://${info.address}:${port}`);
}

/** IPv6 addresses are left out: people cannot type them, and phones get an IPv4 address as well. */
function isReachable({ family, internal, address }: NetworkInterfaceInfo) {
  return family === "IPv4" && !internal && !address.startsWith("169.254.");
}

const rank = (name: string): number => (VIRTUAL.test(name) ? 1 : 0);
