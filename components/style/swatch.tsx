import { themedColour } from "@/core/shapes/colour";

interface SwatchProps {
  /** Undefined is the sign for none. */
  readonly hex: string | undefined;
  /** A second colour, round the first. */
  readonly rim?: string | undefined;
}

/** A dot of a colour as the canvas shows it, whichever theme the page is in. */
export function Swatch({ hex, rim }: SwatchProps) {
  if (hex === undefined)
    return (
      <svg
        viewBox="0 0 20 20"
        className="size-5"
        fill="none"
        aria-hidden="true"
      >
        <circle cx="10" cy="10" r="9" className="stroke-line-strong" />
        <path d="M4 16 16 4" className="stroke-danger" strokeWidth="1.5" />
      </svg>
    );
  return (
    <span
      className="size-5 rounded-full shadow-[inset_0_0_0_1px_var(--color-edge)]"
      style={{
        background: inBothThemes(hex),
        ...(rim && { border: `3px solid ${inBothThemes(rim)}` }),
      }}
    />
  );
}

const inBothThemes = (hex: string): string =>
  `light-dark(${hex}, ${themedColour(hex, "dark")})`;
