"use client";

import { withBasePath } from "../base-path";
import { useTranslations } from "../messages/use-translations";
import { buttonClass, type ButtonLook } from "../ui/button";

/** The way out of a page that leads nowhere. Loads the start page anew: whatever is wrong here must not come along. */
export function HomeLink({ look = "filled" }: { readonly look?: ButtonLook }) {
  const t = useTranslations("pages");
  return (
    <a href={withBasePath("/")} className={buttonClass(look)}>
      {t("home")}
    </a>
  );
}
