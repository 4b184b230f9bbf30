"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { Locale, Messages } from "./locales";

interface LocaleProviderProps {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly children: ReactNode;
}

/** Lets everything below speak the visitor's language through `useTranslations`. */
export function LocaleProvider(props: LocaleProviderProps) {
  // Messages hold no times, and the server cannot know the visitor's zone: times are written by ui/time-label in the browser.
  return <IntlProvider timeZone="UTC" {...props} />;
}
