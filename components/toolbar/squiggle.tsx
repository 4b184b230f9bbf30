/** A line as thick as one that a pen of this width draws; board units. */
export function Squiggle({ width }: { readonly width: number }) {
  return (
    <svg viewBox="0 0 24 24" className="size-6" fill="none" aria-hidden="true">
      <path
        d="M4 14.5c4-7 6.5-5 8-2.5s4.5 4 8-2.5"
        stroke="currentColor"
        // The whole range would not fit into the picture, but the order must show.
        strokeWidth={1 + width}
        strokeLinecap="round"
      />
    </svg>
  );
}
