import {
  Hand,
  HardDrive,
  Pencil,
  Shapes,
  Share2,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "../messages/use-translations";
import type { BoardClient } from "@/client/create-board-client";
import type { CommandId } from "@/client/editor/commands/all-commands";
import { useIsBoardEmpty } from "../hooks/use-is-board-empty";
import { useSelected, useStore } from "../hooks/use-store";
import { shortcutOf } from "../toolbar/command-of";

/** What one can do on a board where nothing is yet. Goes at the first shape, and while somebody draws it. */
export function EmptyHint({ client }: { readonly client: BoardClient }) {
  const isEmpty = useIsBoardEmpty(client.editor.board);
  // A part of its own: on a board with something on it, gestures are none of the interface's business.
  return isEmpty && <Hint client={client} />;
}

function Hint({ client }: { readonly client: BoardClient }) {
  const t = useTranslations("board");
  const { editor } = client;
  const areOthersDrawing = useStore(client.areOthersDrawing);
  const isDrawing = useSelected(
    editor.preview,
    (preview) => preview !== undefined,
  );
  const isHidden = useStore(editor.isInterfaceHidden);
  if (isDrawing || areOthersDrawing || isHidden) return null;
  const keyOf = (command: CommandId) => shortcutOf(editor, command) ?? "";
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
          <HintLine
            Icon={Pencil}
            forFingers={t("hintDrawTouch")}
            forKeys={t.rich("hintDraw", { shortcut: keyOf("tool.draw"), key })}
          />
          <HintLine
            Icon={Shapes}
            forFingers={t("hintToolsTouch")}
            forKeys={t.rich("hintTools", {
              rectangle: keyOf("tool.rectangle"),
              note: keyOf("tool.note"),
              text: keyOf("tool.text"),
              help: keyOf("help.keys"),
              key,
            })}
          />
          <HintLine
            Icon={Hand}
            forFingers={t("hintMoveTouch")}
            forKeys={t.rich("hintMove", { space: t("space"), key })}
          />
          <HintLine Icon={Share2} forKeys={t("hintShare")} />
          <HintLine Icon={HardDrive} forKeys={t("hintKept")} />
        </ul>
      </div>
    </div>
  );
}

interface HintLineProps {
  readonly Icon: LucideIcon;
  readonly forKeys: ReactNode;
  /** Said instead to those who have no keyboard at hand. */
  readonly forFingers?: ReactNode;
}

function HintLine({ Icon, forKeys, forFingers }: HintLineProps) {
  return (
    <li className="flex items-center gap-3">
      <Icon className="size-4.5 shrink-0" aria-hidden="true" />
      <span className={forFingers ? "pointer-coarse:hidden" : ""}>
        {forKeys}
      </span>
      {forFingers && (
        <span className="not-pointer-coarse:hidden">{forFingers}</span>
      )}
    </li>
  );
}
