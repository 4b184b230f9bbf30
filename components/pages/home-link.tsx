import { withBasePath } from "../base-path";
import { buttonClass, type ButtonLook } from "../ui/button";

interface HomeLinkProps {
  readonly label: string;
  readonly look?: ButtonLook;
}

/** The way out of a page that leads nowhere. Loads the start page anew: whatever is wrong here must not come along. */
export function HomeLink({ label, look = "filled" }: HomeLinkProps) {
  return (
    <a href={withBasePath("/")} className={buttonClass(look)}>
      {label}
    </a>
  );
}
