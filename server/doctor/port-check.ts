import { createServer } from "node:net";
import type { Config } from "../config";
import { explainListenError } from "../http/listen-error";
import { bad, type Finding, ok } from "./finding";

type Address = Pick<Config, "host" | "port" | "basePath">;

const EVERYWHERE = new Set(["0.0.0.0", "::"]);
const TIMEOUT_MS = 5_000;

/** Whether a server could listen where the settings say. */
export async function checkFreePort(config: Address): Promise<Finding> {
  const { host, port } = config;
  const server = createServer();
  const failure = await new Promise<unknown>((resolve) => {
    server.once("error", resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
  if (failure) throw explainListenError(failure, config);
  return ok(`Port ${port} of ${host} is free.`);
}

/** Whether the server that has the data folder answers where the settings say. */
export async function checkRunningServer({
  host,
  port,
  basePath,
}: Address): Promise<Finding> {
  const name = EVERYWHERE.has(host) ? "127.0.0.1" : host;
  const url = `http://${name.includes(":") ? `[${name}]` : name}:${port}${basePath}/readyz`;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await fetch(url, { signal }).catch(() => undefined);
  if (!answer)
    return bad(
      `A server has the data folder, but does not answer at ${url}: give this command the PORT, HOST and BASE_PATH of the server.`,
    );
  const text = (await answer.text()).trim();
  return answer.ok
    ? ok(`The server answers at ${url}.`)
    : bad(`The server answers at ${url} that it is ${text}.`);
}
