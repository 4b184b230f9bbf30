import { THEME_KEY } from "./theme";

const SCRIPT = `try {
  const theme = localStorage.getItem(${JSON.stringify(THEME_KEY)});
  if (theme === "light" || theme === "dark")
    document.documentElement.dataset.theme = theme;
} catch {}`;

interface ThemeScriptProps {
  /** What the page's policy wants to see on a script; undefined where there is no policy. */
  readonly nonce: string | undefined;
}

/** Shows a page in the theme that was chosen in this browser, before the first pixel. */
export function ThemeScript({ nonce }: ThemeScriptProps) {
  return (
    <script
      nonce={nonce}
      // Browsers hide the nonce from scripts, and so from React.
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: SCRIPT }}
    />
  );
}
