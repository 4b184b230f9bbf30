import type { ReactNode } from "react";
import type { Dash, FillStyle } from "@/core/shapes/style";

function Picture({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className="size-5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A stroke as wide as one of this width, in board units; wide ones are drawn thinner, as they would not fit. */
export const widthPicture = (width: number): ReactNode => (
  <Picture>
    <path d="M3 10h14" strokeWidth={0.75 + width * 0.75} />
  </Picture>
);

const DASH_ARRAYS: Readonly<Record<Dash, string | undefined>> = {
  solid: undefined,
  dashed: "3.5 3.5",
  dotted: "0.1 3.6",
};

export const dashPicture = (dash: Dash): ReactNode => (
  <Picture>
    <path d="M3 10h14" strokeWidth="2" strokeDasharray={DASH_ARRAYS[dash]} />
  </Picture>
);

export const fillPicture = (style: FillStyle): ReactNode => (
  <Picture>
    <rect
      x="3"
      y="3"
      width="14"
      height="14"
      rx="3"
      fill={style === "solid" ? "currentColor" : "none"}
    />
    {style !== "solid" && (
      <path d="M3.5 10 10 3.5M4.5 15.5l11-11M10 16.5l6.5-6.5" strokeWidth="1" />
    )}
    {style === "cross" && (
      <path d="M10 3.5l6.5 6.5M4.5 4.5l11 11M3.5 10l6.5 6.5" strokeWidth="1" />
    )}
  </Picture>
);

/** A corner that is so round; board units. */
export const cornerPicture = (radius: number): ReactNode => {
  const round = Math.min(11, radius * 0.55);
  return (
    <Picture>
      <path d={`M4 16V${4 + round}Q4 4 ${4 + round} 4H16`} strokeWidth="2" />
    </Picture>
  );
};
