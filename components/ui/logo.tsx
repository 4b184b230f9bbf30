import type { ComponentProps } from "react";

/** Planks that lead to where the sun goes down: the same drawing as app/icon.svg. */
export function Logo(props: ComponentProps<"svg">) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" {...props}>
      <rect width="32" height="32" rx="9" fill="#0b7367" />
      <path d="M8.6 12.9a7.4 7.4 0 0 1 14.8 0z" fill="#f2a33a" />
      <g stroke="#ffffff" strokeLinecap="round">
        <path d="M13.2 16.4h5.6" strokeWidth="2" />
        <path d="M10.9 20.6h10.2" strokeWidth="2.6" />
        <path d="M8.2 25.6h15.6" strokeWidth="3.2" />
      </g>
    </svg>
  );
}
