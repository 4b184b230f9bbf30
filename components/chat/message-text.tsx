import type { Mention } from "@/core/protocol/control-message";
import { classNames } from "../ui/class-names";
import { linkify } from "./linkify";
import { splitMentions } from "./split-mentions";

interface MessageTextProps {
  readonly text: string;
  readonly mentions?: readonly Mention[] | undefined;
  /** Who reads. */
  readonly me?: string;
}

const NOBODY: readonly Mention[] = [];

/** A message's words as they were written, with its links to click and the people whom it calls marked. */
export function MessageText({ text, mentions = NOBODY, me }: MessageTextProps) {
  return (
    <span className="wrap-anywhere whitespace-pre-wrap">
      {splitMentions(text, mentions).map((piece, index) =>
        piece.kind === "text" ? (
          <LinkedText key={index} text={piece.text} />
        ) : (
          <span
            key={index}
            className={classNames(
              "rounded-key font-semibold",
              piece.user === me
                ? "bg-accent text-on-accent px-1"
                : "text-accent-strong",
            )}
          >
            {piece.text}
          </span>
        ),
      )}
    </span>
  );
}

function LinkedText({ text }: { readonly text: string }) {
  return linkify(text).map((piece, index) =>
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
  );
}
