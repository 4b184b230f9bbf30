import en from "./en.json";
import zhCN from "./zh-CN.json";

export type Messages = typeof en;
export type Locale = "en" | "zh-CN";

export const MESSAGES: Readonly<Record<Locale, Messages>> = {
  en,
  "zh-CN": zhCN,
};

/** The language of ours that a browser's `Accept-Language` likes best; English when it names none of them. */
export function pickLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map(parseWish)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wishes) {
    if (language === "zh") return "zh-CN";
    if (language === "en") return "en";
  }
  return "en";
}

/** Reads one entry, such as `zh-TW;q=0.8`. Its region does not matter: we have one kind of each language. */
function parseWish(entry: string) {
  const [range = "", ...parameters] = entry.trim().toLowerCase().split(";");
  const quality = parameters.find((text) => text.trim().startsWith("q="));
  return {
    language: range.split("-")[0] ?? "",
    weight: quality ? Number(quality.trim().slice(2)) || 0 : 1,
  };
}
