import { HomeLink } from "@/components/pages/home-link";
import { MessagePage } from "@/components/pages/message-page";
import { translatorOfRequest } from "../../request-locale";

/** For an address whose last part no board can have as its name. */
export default async function NotFound() {
  const t = await translatorOfRequest("pages");
  return (
    <MessagePage title={t("badRoom.title")} text={t("badRoom.text")}>
      <HomeLink label={t("home")} />
    </MessagePage>
  );
}
