import { systemClock } from "@/core/base/clock";
import { isArrayOf, isObject, isText } from "@/core/base/guards";
import type { KeepFiles } from "./keep-files";
import { KeptSite } from "./kept-site";
import type { WorkerScope } from "./worker-scope";

// Written in when the pages are built.
declare const BUILD: string;
declare const FILES: readonly string[];

const isKeepFiles = isObject<KeepFiles>({
  keepFiles: isArrayOf(isText(1, 2_000), 1_000),
});

const scope = self as unknown as WorkerScope;
const site = new KeptSite({
  site: scope.registration.scope,
  build: BUILD,
  files: FILES,
  caches,
  fetch: (input, init) => fetch(input, init),
  clock: systemClock,
});

scope.addEventListener("install", (event) => {
  // The pages that are open go on with what they have loaded: it is kept as well.
  void scope.skipWaiting();
  event.waitUntil(site.install());
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(site.removeOld().then(() => scope.clients.claim()));
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const answer = site.answer(request);
  if (!answer) return;
  event.respondWith(answer);
  // Without the network, later.
  if (request.mode === "navigate")
    event.waitUntil(answer.then(() => site.refresh()).catch(() => {}));
});

scope.addEventListener("message", (event) => {
  if (isKeepFiles(event.data))
    event.waitUntil(site.keepFiles(event.data.keepFiles).catch(() => {}));
});
