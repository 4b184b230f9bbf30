"use client";

import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { HomeLink } from "./home-link";
import { MessagePage } from "./message-page";

/** In place of a page that broke while it was shown. */
export function FailedPage() {
  const t = useTranslations("pages");
  return (
    <MessagePage title={t("failed.title")} text={t("failed.text")}>
      <Button look="filled" onClick={() => window.location.reload()}>
        {t("reload")}
      </Button>
      <HomeLink label={t("home")} look="quiet" />
    </MessagePage>
  );
}
