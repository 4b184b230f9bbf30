import { useSelected, useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { useChat } from "./chat-context";

/** Who is writing a message. Takes its place also while nobody is, so that nothing jumps. */
export function TypingLine() {
  const t = useTranslations("chat");
  const { chat, client } = useChat();
  const users = useStore(chat.typing);
  const here = useSelected(client.people, (people) => people.here);
  const names = users.flatMap(
    (user) => here.find((person) => person.user === user)?.name ?? [],
  );
  const [first = "", second = ""] = names;
  return (
    <p className="text-fine text-ink-soft h-5 truncate px-4">
      {names.length === 1 && t("typingOne", { first })}
      {names.length === 2 && t("typingTwo", { first, second })}
      {names.length > 2 && t("typingMany")}
    </p>
  );
}
