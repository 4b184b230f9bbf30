import { connect } from "node:net";
import { randomInteger, randomItem, type Random } from "@/core/base/random";
import { mutate, mutateJson, noise } from "./mutate";

/** Who has not been answered by then is not going to be. */
const PATIENCE_MS = 30_000;
const AT_ONCE = 20;
const MAX_REQUESTS = 4;

const METHODS = "GET GET HEAD POST POST PATCH PUT DELETE OPTIONS TRACE".split(
  " ",
);
const PATHS = [
  "/",
  "/r/plans",
  "/healthz",
  "/readyz",
  "/metrics",
  "/bench",
  "/api",
  "/api/rooms",
  "/api/rooms/plans",
  "/api/rooms/plans/copies",
  "/api/rooms/nowhere",
  "/api/addresses",
  "/api/me/events",
  "/api/me/events?rooms=plans,other,../x",
  "/sync/plans",
  "/sync/plans?epoch=x",
  "/sync/",
  "/_next/static/x.js",
  "/service-worker.js",
];
const ODD_PATHS = [
  "*",
  "//",
  "/%",
  "/%zz",
  "/%00",
  "/../../etc/passwd",
  "/api/rooms/%2e%2e%2f",
  "/api/rooms/__proto__",
  "http://elsewhere.example/",
  `/${"x".repeat(4_000)}`,
  `/api/me/events?rooms=${"a,".repeat(3_000)}`,
];
const HEADERS: readonly ((random: Random) => string)[] = [
  () => "Origin: null",
  () => "Origin: https://evil.example",
  () => "Origin: http://127.0.0.1",
  () => "Origin: ://",
  () => "Cookie: boardwalk-testtest=x.y; a=b; ==;",
  (random) => `Cookie: ${"c=d;".repeat(randomInteger(random, 500))}`,
  () => "Sec-Fetch-Site: cross-site",
  () => "Sec-Fetch-Site: same-origin",
  () => "X-Forwarded-For: , ,1.2.3.4",
  () => "X-Forwarded-Proto: https",
  () => "X-Boardwalk-User: mallory",
  () => "Content-Type: application/json",
  () => "Content-Type: multipart/form-data; boundary=",
  () => "Content-Length: 999999999999",
  () => "Content-Length: -1",
  () => "Transfer-Encoding: chunked",
  () => "Expect: 100-continue",
  () => "Range: bytes=0-,5-1",
  () => "Accept-Encoding: gzip;q=nan",
  () => "If-None-Match: *",
  () => "Upgrade: websocket\r\nConnection: Upgrade",
  () =>
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short",
  () =>
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  () =>
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: ,,;",
  () => "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings",
  (random) => `X-${randomInteger(random, 9)}: ${"v".repeat(300)}`,
  (random) => Buffer.from(noise(random, 40)).toString("latin1"),
];
const BODIES: readonly unknown[] = [
  { title: "Plans" },
  { title: "x".repeat(300) },
  { title: null },
  [],
  "text",
];

export interface RequestReport {
  readonly requests: number;
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Lines that the server neither answered nor ended in time. */
  readonly unanswered: number;
}

/** Sends requests that are odd, broken or hostile, over many lines at once. */
export async function requestAll(
  port: number,
  { requests, random }: { requests: number; random: Random },
): Promise<RequestReport> {
  const statuses = new Map<number, number>();
  let [sent, unanswered] = [0, 0];
  const goOn = async () => {
    while (sent < requests) {
      const some = Array.from(
        { length: 1 + randomInteger(random, MAX_REQUESTS) },
        () => hostileRequest(random),
      );
      sent += some.length;
      const answer = await ask(port, Buffer.concat(some));
      if (answer === undefined) unanswered += 1;
      for (const [, status] of (answer ?? "").matchAll(/^HTTP\/1\.1 (\d+)/gm))
        statuses.set(Number(status), (statuses.get(Number(status)) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, goOn));
  return { requests: sent, statuses, unanswered };
}

function hostileRequest(random: Random): Buffer {
  const method = randomItem(random, METHODS);
  const path = randomItem(random, random.next() < 0.8 ? PATHS : ODD_PATHS);
  const headers = ["Host: 127.0.0.1"];
  for (let i = randomInteger(random, 5); i > 0; i--)
    headers.push(randomItem(random, HEADERS)(random));
  let body = "";
  if (random.next() < 0.5) {
    body = JSON.stringify(mutateJson(randomItem(random, BODIES), random));
    if (random.next() < 0.02) body = "x".repeat(100_000);
    headers.push(`Content-Length: ${Buffer.byteLength(body)}`);
    if (random.next() < 0.8) headers.push("Content-Type: application/json");
  }
  const head = `${method} ${path} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`;
  const request = Buffer.from(head + body, "latin1");
  return random.next() < 0.15 ? Buffer.from(mutate(request, random)) : request;
}

/** Writes requests and ends the line. Resolves with all that is answered; undefined when the server does not end it as well. */
function ask(port: number, requests: Buffer): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    let answer = "";
    const finish = (isAnswered: boolean) => {
      clearTimeout(patience);
      socket.resetAndDestroy();
      resolve(isAnswered ? answer : undefined);
    };
    const patience = setTimeout(() => finish(false), PATIENCE_MS);
    socket.on("data", (data: Buffer) => {
      answer += data.toString("latin1");
      // A stream of events has no end.
      if (answer.includes("event-stream")) finish(true);
    });
    socket.on("error", () => finish(true));
    socket.on("close", () => finish(true));
    socket.end(requests);
  });
}
