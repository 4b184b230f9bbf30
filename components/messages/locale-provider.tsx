"use client";

import { useMemo, type ReactNode } from "react";
import { createTranslator } from "./create-translator";
import { LocaleContext, type LocaleValue } from "./locale-context";
import type { Locale, Messages } from "./locales";

interface LocaleProviderProps {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly children: ReactNode;
}

/** Lets everything below speak the visitor's language through `useTranslations`. */
export function LocaleProvider({
  locale,
  messages,
  children,
}: LocaleProviderProps) {
  const value = useMemo<LocaleValue>(
    () => ({
      locale,
      translatorOf: (group) => createTranslator(locale, messages, group),
    }),
    [locale, messages],
  );
  return <LocaleContext value={value}>{children}</LocaleContext>;
}
