import { HomeLink } from "@/components/pages/home-link";
import { MessagePage } from "@/components/pages/message-page";
import { translatorOfRequest } from "./request-locale";

/** For an address where there is nothing. */
export default async function NotFound() {
  const t = await translatorOfRequest("pages");
  return (
    <MessagePage title={t("notFound.title")} text={t("notFound.text")}>
      <HomeLink label={t("home")} />
    </MessagePage>
  );
}
