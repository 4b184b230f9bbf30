import { headers } from "next/headers";
import {
  createTranslator,
  type Translator,
} from "@/components/messages/create-translator";
import {
  MESSAGES,
  pickLocale,
  type Locale,
} from "@/components/messages/locales";
import type { MessageGroup } from "@/components/messages/message-key";

/** The language that the visitor's browser asks for. */
export const localeOfRequest = async (): Promise<Locale> =>
  pickLocale((await headers()).get("accept-language"));

/** The messages of a group in the visitor's language, for what is rendered on the server alone: the browser need not load it. */
export async function translatorOfRequest<Group extends MessageGroup>(
  group: Group,
): Promise<Translator<Group>> {
  const locale = await localeOfRequest();
  return createTranslator(locale, MESSAGES[locale], group);
}
