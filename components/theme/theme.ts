export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** Under which the browser keeps the theme that was chosen. */
export const THEME_KEY = "boardwalk.theme";

/** Anything but the name of a theme stands for the system's. */
export const readTheme = (name: string | null | undefined): Theme =>
  THEMES.find((theme) => theme === name) ?? "system";
