import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { LocaleProvider } from "@/components/messages/locale-provider";
import { MESSAGES } from "@/components/messages/locales";
import { OldBrowserNote } from "@/components/pages/old-browser-note";
import { ThemeScript } from "@/components/theme/theme-script";
import { localeOfRequest, translatorOfRequest } from "./request-locale";
import "./globals.css";

// A page that is rendered ahead of time has no nonce, and the browser would refuse its scripts.
export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // The keyboard of a phone makes the page smaller, so that what is typed stays in view.
  interactiveWidget: "resizes-content",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfcfb" },
    { media: "(prefers-color-scheme: dark)", color: "#141517" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await translatorOfRequest("home");
  return {
    title: { default: "Boardwalk", template: "%s · Boardwalk" },
    description: `${t("title")}. ${t("lead")}`,
    robots: { index: false },
    referrer: "same-origin",
  };
}

export default async function RootLayout({
  children,
}: {
  readonly children: ReactNode;
}) {
  const locale = await localeOfRequest();
  const t = await translatorOfRequest("pages.oldBrowser");
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The theme script writes on it before React looks.
    <html lang={locale} suppressHydrationWarning>
      <body>
        <ThemeScript nonce={nonce} />
        <LocaleProvider locale={locale} messages={MESSAGES[locale]}>
          <OldBrowserNote title={t("title")} text={t("text")} nonce={nonce} />
          {children}
        </LocaleProvider>
      </body>
    </html>
  );
}
