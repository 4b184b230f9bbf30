import { assert } from "@/core/base/assert";
import { Disposables, type Dispose } from "@/core/base/disposable";
import { createStore, type Store } from "@/core/base/store";
import { watchPixelRatio } from "./pixel-ratio";
import { themeOf, watchTheme } from "./theme";
import type { View } from "./view";

/** What a view depends on besides the camera. */
export type Glass = Omit<View, "camera">;

/** Follows `host`'s size, the screen's pixel ratio, the theme, the wish for less movement and the kind of pointer. */
export function watchGlass(host: HTMLElement): {
  readonly glass: Store<Glass>;
  readonly dispose: Dispose;
} {
  const view = host.ownerDocument.defaultView;
  assert(view, "A board is mounted in a document that has a window.");
  const lessMotion = view.matchMedia("(prefers-reduced-motion: reduce)");
  const coarsePointer = view.matchMedia("(pointer: coarse)");
  const read = (): Glass => ({
    width: host.clientWidth,
    height: host.clientHeight,
    pixelRatio: view.devicePixelRatio,
    theme: themeOf(view),
    reducedMotion: lessMotion.matches,
    coarse: coarsePointer.matches,
  });
  const glass = createStore(read());
  const readAgain = () => glass.set(read());

  const ends = new Disposables();
  const observer = new ResizeObserver(readAgain);
  observer.observe(host);
  ends.add(() => observer.disconnect());
  ends.add(watchPixelRatio(view, readAgain));
  ends.add(watchTheme(view, readAgain));
  for (const query of [lessMotion, coarsePointer]) {
    query.addEventListener("change", readAgain);
    ends.add(() => query.removeEventListener("change", readAgain));
  }
  return { glass, dispose: () => ends.dispose() };
}
