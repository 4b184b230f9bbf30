import { createStore, type Store } from "@/core/base/store";
import { readTheme, THEME_KEY, type Theme } from "./theme";

/** Where `ThemeScript` has put it before anything was shown. */
const { dataset } = document.documentElement;
const chosen = createStore<Theme>(readTheme(dataset["theme"]));

/** The theme that this page is shown in. Only for what is loaded in the browser alone. */
export const chosenTheme: Store<Theme> = chosen;

/** Shows the theme at once, and remembers it for every page in this browser. */
export function chooseTheme(theme: Theme): void {
  chosen.set(theme);
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
  try {
    window.localStorage.setItem(THEME_KEY, theme);
  } catch {
    // A browser that keeps nothing shows it for this once.
  }
}
