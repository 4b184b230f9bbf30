import { useTranslations } from "../messages/use-translations";

/** For a browser that runs no scripts, and then shows nothing else of use. */
export function NoScriptNote() {
  const t = useTranslations("pages");
  return (
    <noscript>
      <p className="bg-danger-soft text-danger max-w-md rounded-control p-4 font-medium">
        {t("noScript")}
      </p>
    </noscript>
  );
}
