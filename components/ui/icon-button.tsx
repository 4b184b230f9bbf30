import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { hintAttributes, type HintSide } from "./hint";
import { ariaKeys, hasCommandKey } from "./key-label";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  /** What a screen reader says and the hint shows. */
  readonly label: string;
  /** Keys that do the same, as commands write them: `Mod+Z`. */
  readonly shortcut?: string | undefined;
  readonly hintSide?: HintSide;
  readonly "data-key"?: string | undefined;
}

/** A button that only shows an icon. `aria-pressed` and `aria-expanded` give it the look of something that is on. */
export function IconButton({
  label,
  shortcut,
  hintSide,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut, hasCommandKey())}
      className={classNames(
        "size-control relative inline-flex shrink-0 items-center justify-center rounded-control text-ink transition-colors [&_svg]:size-5",
        "hover:bg-hover active:bg-pressed disabled:text-ink-soft disabled:opacity-50 disabled:hover:bg-transparent",
        "aria-expanded:bg-accent-soft aria-expanded:text-accent-strong aria-pressed:bg-accent-soft aria-pressed:text-accent-strong",
        className,
      )}
      {...hintAttributes({ label, shortcut, side: hintSide })}
      {...rest}
    />
  );
}
