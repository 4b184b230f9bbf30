import type { ComponentProps } from "react";
import { classNames } from "./class-names";

const LOOKS = {
  /** The one thing that a place is for. */
  filled: "bg-accent text-on-accent hover:bg-accent-strong",
  quiet:
    "bg-surface text-ink shadow-[inset_0_0_0_1px_var(--color-line)] hover:bg-hover",
  bare: "text-ink hover:bg-hover",
} as const;

export type ButtonLook = keyof typeof LOOKS;

/** The classes of a button, for links that look like one. */
export const buttonClass = (look: ButtonLook): string =>
  classNames(
    "inline-flex h-control shrink-0 items-center justify-center gap-2 rounded-control px-4 font-semibold whitespace-nowrap transition-colors active:scale-[0.98] disabled:opacity-60 disabled:active:scale-100",
    LOOKS[look],
  );

export function Button({
  look,
  className,
  ...rest
}: ComponentProps<"button"> & { readonly look: ButtonLook }) {
  return (
    <button
      type="button"
      className={classNames(buttonClass(look), className)}
      {...rest}
    />
  );
}
