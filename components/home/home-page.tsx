"use client";

import { useTranslations } from "../messages/use-translations";
import { Logo } from "../ui/logo";
import { NoScriptNote } from "../ui/no-script-note";
import { HeroSketch } from "./hero-sketch";
import { JoinForm } from "./join-form";
import { NewBoardButton } from "./new-board-button";
import { NotificationsList } from "./notifications-list";
import { RecentBoardsList } from "./recent-boards-list";

/** The start page: make a board, join one, or come back to one. */
export function HomePage() {
  const t = useTranslations("home");
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col px-6 sm:px-10">
      <header className="flex items-center gap-2.5 py-6">
        <Logo className="size-9" />
        <span className="text-title font-bold tracking-tight">Boardwalk</span>
      </header>
      <main className="grid grow content-center items-center gap-x-20 gap-y-12 py-8 lg:grid-cols-[minmax(0,26rem)_1fr]">
        <div className="mx-auto flex w-full max-w-md flex-col gap-8 lg:max-w-none">
          <div>
            <h1 className="text-display font-bold tracking-tight text-balance">
              {t("title")}
            </h1>
            <p className="text-lead text-ink-soft mt-4 text-pretty">
              {t("lead")}
            </p>
          </div>
          <NoScriptNote />
          <div className="flex flex-col gap-6">
            <NewBoardButton />
            <JoinForm />
          </div>
          <NotificationsList />
          <RecentBoardsList />
        </div>
        <div className="mx-auto hidden w-full max-w-md sm:block lg:max-w-none">
          <HeroSketch />
        </div>
      </main>
      <footer className="text-small text-ink-soft py-6">{t("kept")}</footer>
    </div>
  );
}
