import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { BoardId } from "@/core/base/ids";
import { withBasePath } from "../base-path";
import { hintAttributes } from "../ui/hint";
import { Logo } from "../ui/logo";
import { Panel } from "../ui/panel";

interface TitlePanelProps {
  readonly room: BoardId;
  /** The save line. */
  readonly children: ReactNode;
}

/** Where one is, whether the work is safe, and the way home. */
export function TitlePanel({ room, children }: TitlePanelProps) {
  const t = useTranslations("board");
  return (
    <Panel className="min-w-0 gap-1 pr-3 max-sm:gap-0.5 max-sm:pr-2">
      {/* A real navigation, so that the browser asks before unsaved work is left behind. */}
      <a
        href={withBasePath("/")}
        aria-label={t("home")}
        className="size-control hover:bg-hover flex shrink-0 items-center justify-center rounded-control transition-colors"
        {...hintAttributes({ label: t("home"), side: "bottom" })}
      >
        <Logo className="size-7" />
      </a>
      <div className="min-w-0 sm:min-w-42">
        <h1 className="text-body truncate leading-5 font-semibold">{room}</h1>
        {children}
      </div>
    </Panel>
  );
}
