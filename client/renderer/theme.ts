import type { Dispose } from "@/core/base/disposable";
import type { Theme } from "@/core/shapes/paint-context";

/** The theme that the page shows: the one named by `data-theme` on its root element, else the system's. */
export function themeOf(view: Window): Theme {
  const chosen = view.document.documentElement.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return darkPreference(view).matches ? "dark" : "light";
}

/** Calls `listener` whenever `themeOf` may have changed. */
export function watchTheme(view: Window, listener: () => void): Dispose {
  const preference = darkPreference(view);
  preference.addEventListener("change", listener);
  const observer = new MutationObserver(listener);
  observer.observe(view.document.documentElement, {
    attributeFilter: ["data-theme"],
  });
  return () => {
    preference.removeEventListener("change", listener);
    observer.disconnect();
  };
}

const darkPreference = (view: Window) =>
  view.matchMedia("(prefers-color-scheme: dark)");
