import { createContext, useContext } from "react";
import type { Translator } from "./create-translator";
import type { Locale } from "./locales";
import type { MessageGroup } from "./message-key";

/** The visitor's language. */
export interface LocaleValue {
  readonly locale: Locale;
  /** As `createTranslator`, for this language. Handed down, so that only one file of a page holds the formatter. */
  readonly translatorOf: <Group extends MessageGroup | undefined>(
    group?: Group,
  ) => Translator<Group>;
}

export const LocaleContext = createContext<LocaleValue | undefined>(undefined);

/** Throws outside of a LocaleProvider. */
export function useLocaleValue(): LocaleValue {
  const value = useContext(LocaleContext);
  if (!value) throw new Error("There is no LocaleProvider around this.");
  return value;
}
