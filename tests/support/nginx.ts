import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { findNginx } from "../../scripts/lib/nginx.mjs";

const OPENSSL =
  "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1";

export interface NginxOptions {
  /** A server as it stands in a recipe. */
  readonly recipe: string;
  /** What stands in the recipe for what is another thing here: the port, the server behind it, the certificate and its key. */
  readonly placeholders: {
    readonly listen: string;
    readonly upstream: string;
    readonly certificate: string;
    readonly key: string;
  };
  readonly upstreamPort: number;
  /** Seconds after which a line that is silent is cut, unless the recipe says otherwise. */
  readonly silence: number;
}

/** nginx with one server, on a port of its own with a certificate of its own. */
export class Nginx {
  private constructor(
    readonly port: number,
    /** Of the certificate, which signs itself. */
    readonly certificate: string,
    readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(options: NginxOptions): Promise<Nginx> {
    const folder = await mkdtemp(path.join(tmpdir(), "boardwalk-nginx-"));
    const port = await freePort();
    const [certificate, key] = makeCertificate(folder);
    const file = path.join(folder, "nginx.conf");
    await writeFile(file, configuration(options, { port, certificate, key }));
    const child = spawn(
      findNginx()!,
      ["-e", "stderr", "-p", folder, "-c", file],
      { stdio: ["ignore", "inherit", "inherit"] },
    );
    await whenListening(port, child);
    return new Nginx(port, certificate, folder, child);
  }

  get origin(): string {
    return `https://localhost:${this.port}`;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}

function configuration(
  { recipe, placeholders, upstreamPort, silence }: NginxOptions,
  own: { port: number; certificate: string; key: string },
): string {
  const values = {
    [placeholders.listen]: `listen 127.0.0.1:${own.port} ssl;`,
    [placeholders.upstream]: `127.0.0.1:${upstreamPort}`,
    [placeholders.certificate]: own.certificate,
    [placeholders.key]: own.key,
  };
  let server = recipe;
  for (const [placeholder, value] of Object.entries(values)) {
    if (!server.includes(placeholder))
      throw new Error(`"${placeholder}" is not in the recipe.`);
    server = server.replaceAll(placeholder, value);
  }
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
    daemon off;
    master_process off;
    pid nginx.pid;
    error_log stderr crit;
    events {}
    http {
      access_log off;
      ${folders.map((name) => `${name}_temp_path ${name};`).join("\n")}
      proxy_read_timeout ${silence}s;
      proxy_send_timeout ${silence}s;
      ${server}
    }`;
}

function makeCertificate(folder: string): [certificate: string, key: string] {
  const certificate = path.join(folder, "certificate.pem");
  const key = path.join(folder, "key.pem");
  const files = ["-out", certificate, "-keyout", key];
  execFileSync("openssl", [...OPENSSL.split(" "), ...files], {
    stdio: "ignore",
  });
  return [certificate, key];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function whenListening(port: number, child: ChildProcess): Promise<void> {
  while (!(await isListening(port))) {
    if (child.exitCode !== null)
      throw new Error(`nginx has ended with ${child.exitCode}.`);
    await pass(20);
  }
}

function isListening(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  return new Promise((resolve) => {
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
