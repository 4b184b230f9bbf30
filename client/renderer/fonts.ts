import { assert } from "@/core/base/assert";
import type { Dispose } from "@/core/base/disposable";
import {
  forgetTextLayouts,
  type TextMeasurer,
} from "@/core/shapes/text/text-measure";

/**
 * Calls `listener` when a font has arrived, and what was written with a stand-in has to be measured and painted again. Fonts are
 * fetched by the browser when the first text in them is measured: only the ones that are used, and of them only the scripts.
 */
export function watchFonts(fonts: FontFaceSet, listener: () => void): Dispose {
  const onArrival = () => {
    forgetTextLayouts();
    listener();
  };
  fonts.addEventListener("loadingdone", onArrival);
  return () => fonts.removeEventListener("loadingdone", onArrival);
}

/** Measures text on a canvas that is never shown, as `paintText` paints it. To be given to `measureWith`. */
export function canvasMeasurer(page: Document): TextMeasurer {
  const context = page.createElement("canvas").getContext("2d");
  assert(context, "This browser has no 2D canvas.");
  context.fontKerning = "normal";
  context.textRendering = "geometricPrecision";
  let lastFont = "";
  return {
    width(text, font) {
      // Setting a font costs more than measuring a word, even when it is the same.
      if (font !== lastFont) context.font = lastFont = font;
      return context.measureText(text).width;
    },
  };
}
