import { useLocaleValue } from "./locale-context";
import type { Locale } from "./locales";

/** The language that the page speaks. */
export const useLocale = (): Locale => useLocaleValue().locale;
