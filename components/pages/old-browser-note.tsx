const ID = "old-browser";

// For browsers that may understand no newer words than these.
const SCRIPT = `(function () {
  var knows = window.CSS && CSS.supports &&
    CSS.supports("color", "light-dark(#000, #fff)") &&
    "structuredClone" in window && Array.prototype.at &&
    window.WebSocket && window.PointerEvent;
  if (!knows) document.getElementById("${ID}").hidden = false;
})();`;

interface OldBrowserNoteProps {
  readonly title: string;
  readonly text: string;
  /** What the page's policy wants to see on a script; undefined where there is no policy. */
  readonly nonce: string | undefined;
}

/** In place of a page that this browser would show empty or broken. Needs nothing that a browser of 2016 has not. */
export function OldBrowserNote({ title, text, nonce }: OldBrowserNoteProps) {
  return (
    <>
      <div
        id={ID}
        role="alert"
        hidden
        // The script shows it before React looks.
        suppressHydrationWarning
        style={{
          position: "fixed",
          zIndex: 100,
          top: 0,
          right: 0,
          bottom: 0,
          left: 0,
          padding: "15vh 24px",
          textAlign: "center",
          font: "16px/1.5 sans-serif",
          color: "#1d2321",
          background: "#fcfcfb",
        }}
      >
        <h1 style={{ margin: "0 0 8px", fontSize: 22 }}>{title}</h1>
        <p>{text}</p>
      </div>
      <script
        nonce={nonce}
        // Browsers hide the nonce from scripts, and so from React.
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: SCRIPT }}
      />
    </>
  );
}
