"use client";

import { useTranslations } from "../messages/use-translations";
import { HomeLink } from "./home-link";
import { MessagePage } from "./message-page";

/** For an address whose last part no board can have as its name. */
export function BadRoomName() {
  const t = useTranslations("pages.badRoom");
  return (
    <MessagePage title={t("title")} text={t("text")}>
      <HomeLink />
    </MessagePage>
  );
}
