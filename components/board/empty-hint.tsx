import { HardDrive, Pencil, Share2, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { BoardClient } from "@/client/create-board-client";
import { useIsBoardEmpty } from "../hooks/use-is-board-empty";
import { useSelected, useStore } from "../hooks/use-store";
import { shortcutOf } from "../toolbar/shortcut-of";

/** What one can do on a board where nothing is yet. Goes at the first shape, and while somebody draws it. */
export function EmptyHint({ client }: { readonly client: BoardClient }) {
  const t = useTranslations("board");
  const { editor } = client;
  const areOthersDrawing = useStore(client.areOthersDrawing);
  const isEmpty = useIsBoardEmpty(editor.board);
  const isDrawing = useSelected(
    editor.preview,
    (preview) => preview !== undefined,
  );
  if (!isEmpty || isDrawing || areOthersDrawing) return null;
  const key = (text: ReactNode) => (
    <kbd className="text-ink rounded-key px-1.5 py-0.5 font-sans text-small font-semibold shadow-[inset_0_0_0_1px_var(--color-line-strong)]">
      {text}
    </kbd>
  );
  return (
    <div className="animate-appear pointer-events-none absolute inset-0 grid place-items-center p-6 select-none">
      <div className="flex flex-col gap-4 p-6">
        <h2 className="text-title text-ink font-semibold">{t("hint")}</h2>
        <ul className="text-ink-soft flex flex-col gap-3">
          <HintLine Icon={Pencil}>
            <span className="pointer-coarse:hidden">
              {t.rich("hintDraw", {
                shortcut: shortcutOf(editor, "tool.draw") ?? "",
                key,
              })}
            </span>
            <span className="not-pointer-coarse:hidden">
              {t("hintDrawTouch")}
            </span>
          </HintLine>
          <HintLine Icon={Share2}>{t("hintShare")}</HintLine>
          <HintLine Icon={HardDrive}>{t("hintKept")}</HintLine>
        </ul>
      </div>
    </div>
  );
}

function HintLine({
  Icon,
  children,
}: {
  readonly Icon: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <li className="flex items-center gap-3">
      <Icon className="size-4.5 shrink-0" aria-hidden="true" />
      {children}
    </li>
  );
}
