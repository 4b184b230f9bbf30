import type { Contestant } from "./drive/contestant";
import type { Options } from "./options";
import { buildPage, isInstalled, type PeerName } from "./pages/build-pages";
import { startOurServer } from "./pages/our-server";
import { serveFolder } from "./pages/serve-folder";

/** How each page takes Ctrl and wheel. */
const ZOOMS: Readonly<
  Record<PeerName, Pick<Contestant, "zoom" | "zoomPerPixel" | "mostPixels">>
> = {
  excalidraw: { zoom: "amount", zoomPerPixel: 0.01, mostPixels: 10 },
  tldraw: { zoom: "factor", zoomPerPixel: 0.01, mostPixels: 10 },
  naive: { zoom: "factor", zoomPerPixel: 0.01, mostPixels: 20 },
};
const PEERS = Object.keys(ZOOMS) as PeerName[];

/** Makes ready those pages that the options let take part, ours first. */
export async function readyContestants({
  only,
  url,
}: Options): Promise<Contestant[]> {
  const takesPart = (name: string) => !only || only.has(name);
  const contestants: Contestant[] = [];
  if (takesPart("ours"))
    contestants.push({
      name: "ours",
      url: `${url ?? (await startOurServer())}/bench`,
      zoom: "factor",
      zoomPerPixel: 0.01,
      mostPixels: 20,
      hasDocument: true,
    });
  for (const name of PEERS.filter(takesPart)) {
    if (!isInstalled(name))
      throw new Error(
        `${name} is not installed: npm ci --prefix bench first, or give --only=ours,naive.`,
      );
    const address = await serveFolder(await buildPage(name));
    contestants.push({
      name,
      url: address,
      ...ZOOMS[name],
      hasDocument: false,
    });
  }
  return contestants;
}
