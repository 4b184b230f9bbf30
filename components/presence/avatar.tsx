import { initialsOf } from "./initials";

interface AvatarProps {
  readonly name: string;
  /** `#rrggbb`; white letters are readable on it. */
  readonly colour: string;
}

/** A person as a disc in their colour. Only a picture: the name must stand beside it or be its label. */
export function Avatar({ name, colour }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      // Not as text: the letters are part of no name, neither to be read out nor to be called by.
      data-initials={initialsOf(name)}
      className="text-fine before:content-[attr(data-initials)] flex size-8 shrink-0 items-center justify-center rounded-full font-semibold text-white select-none"
      style={{ background: colour }}
    />
  );
}
