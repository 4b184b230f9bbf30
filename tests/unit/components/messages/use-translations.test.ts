import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { LocaleProvider } from "@/components/messages/locale-provider";
import { MESSAGES, type Locale } from "@/components/messages/locales";
import { useLocale } from "@/components/messages/use-locale";
import { useTranslations } from "@/components/messages/use-translations";

afterEach(() => vi.restoreAllMocks());

/** What a component that returns this would show to a visitor of that language. */
const shown = (locale: Locale, render: () => ReactNode) =>
  renderToStaticMarkup(
    createElement(
      LocaleProvider,
      { locale, messages: MESSAGES[locale], children: undefined },
      createElement(render),
    ),
  );

const bold = (children: ReactNode) => createElement("b", undefined, children);

describe("a component", () => {
  test.each([
    ["en", "en: Send"],
    ["zh-CN", "zh-CN: 发送"],
  ] as const)("speaks the visitor's language: %s", (locale, text) =>
    expect(
      shown(locale, () => `${useLocale()}: ${useTranslations("chat")("send")}`),
    ).toBe(text),
  );

  test("finds messages from the top, and in a group inside a group", () =>
    expect(
      shown("en", () => [
        useTranslations()("commands.tool.draw"),
        useTranslations("pages.notFound")("text"),
      ]),
    ).toBe("PenThe link may be cut off or mistyped."));

  test("puts elements into a message, and React misses no keys", () => {
    const errors = vi.spyOn(console, "error");
    expect(
      shown("en", () =>
        useTranslations("people").rich("count", { people: 2, unit: bold }),
      ),
    ).toBe("2<b> people</b>");
    expect(
      shown("en", () =>
        useTranslations("board").rich("hintDraw", { shortcut: "D", key: bold }),
      ),
    ).toBe("Press <b>D</b> and draw");
    expect(errors).not.toHaveBeenCalled();
  });

  test("shows the text in a tag that nobody renders", () =>
    expect(shown("en", () => useTranslations("save").rich("unsaved", {}))).toBe(
      "Not saved yet — the server keeps trying",
    ));

  test("shows the values it is given as text, not as markup", () =>
    expect(
      shown("en", () => useTranslations("home")("more", { name: "<i>" })),
    ).toBe("More for &lt;i&gt;"));

  test("is told when no provider is around it", () =>
    expect(() =>
      renderToStaticMarkup(
        createElement(() =>
          createElement(Fragment, undefined, useTranslations("chat")("send")),
        ),
      ),
    ).toThrow("LocaleProvider"));
});
