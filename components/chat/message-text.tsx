import { linkify } from "./linkify";

/** A message's words as they were written, with its links to click. */
export function MessageText({ text }: { readonly text: string }) {
  return (
    <span className="wrap-anywhere whitespace-pre-wrap">
      {linkify(text).map((piece, index) =>
        piece.kind === "text" ? (
          piece.text
        ) : (
          <a
            key={index}
            href={piece.href}
            target="_blank"
            rel="noreferrer noopener"
            className="text-accent-strong underline underline-offset-2 hover:no-underline"
          >
            {piece.text}
          </a>
        ),
      )}
    </span>
  );
}
