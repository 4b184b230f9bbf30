"use client";

import { useTranslations } from "../messages/use-translations";
import { HomeLink } from "./home-link";
import { MessagePage } from "./message-page";

/** For an address where there is nothing. */
export function NotFoundPage() {
  const t = useTranslations("pages.notFound");
  return (
    <MessagePage title={t("title")} text={t("text")}>
      <HomeLink />
    </MessagePage>
  );
}
