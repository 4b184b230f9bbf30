import type { Dispose } from "@/core/base/disposable";
import { boardFont, forgetTextLayouts } from "@/core/shapes/text/text-layout";

/**
 * Calls `listener` when a font has arrived, and what was written with a stand-in has to be painted again. Asks for the board's
 * font at once, rather than when the first text comes into view.
 */
export function watchFonts(fonts: FontFaceSet, listener: () => void): Dispose {
  const onArrival = () => {
    forgetTextLayouts();
    listener();
  };
  fonts.addEventListener("loadingdone", onArrival);
  // Without the font the text is readable all the same, in the next one of the list.
  fonts.load(boardFont(16)).catch(() => undefined);
  return () => fonts.removeEventListener("loadingdone", onArrival);
}
