import { TextBox } from "@/client/editor/text/text-box";
import { canvasMeasurer } from "@/client/renderer/fonts";
import {
  FONT_NAMES,
  fontFamilyOf,
  LINE_HEIGHT,
} from "@/core/shapes/text/fonts";
import { TAB_SIZE } from "@/core/shapes/text/text-advance";
import { paintText } from "@/core/shapes/text/text-block";
import { layoutText } from "@/core/shapes/text/text-layout";
import { measureWith } from "@/core/shapes/text/text-measure";
import { graphemesOf } from "@/core/shapes/text/text-units";

/** What the tests of text use in a page. */
const boardText = {
  FONT_NAMES,
  LINE_HEIGHT,
  TAB_SIZE,
  TextBox,
  fontFamilyOf,
  graphemesOf,
  layoutText,
  paintText,
};

declare global {
  interface Window {
    readonly boardText: typeof boardText;
  }
}

measureWith(canvasMeasurer(document));
Object.assign(window, { boardText });
