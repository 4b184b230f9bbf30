import { Ellipsis } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { IconButton } from "../ui/icon-button";
import { LateRegion } from "../ui/late-region";
import { usePopup } from "../ui/use-popup";
import { commandIcons } from "./command-icons";
import { commandOf } from "./command-of";
import { farTools, toolCommand } from "./tool-names";

const MoreToolsPopup = lazy(async () => ({
  default: (await import("./more-tools-popup")).MoreToolsPopup,
}));

interface MoreToolsButtonProps {
  readonly editor: Editor;
  readonly inHand: string;
}

/** On a phone, opens the tools that the bar has no room for; shows the one of them that is in the hand. */
export function MoreToolsButton({ editor, inHand }: MoreToolsButtonProps) {
  const t = useTranslations("bars");
  const { isOpen, trigger, popup } = usePopup();
  const tool = farTools(editor).find((name) => name === inHand);
  const icon = tool && commandOf(editor, toolCommand(tool))?.icon;
  const Icon = commandIcons[icon ?? ""] ?? Ellipsis;
  return (
    <>
      <IconButton
        {...trigger}
        label={t("moreTools")}
        tabIndex={tool ? 0 : -1}
        className={tool ? "bg-accent-soft sm:hidden" : "sm:hidden"}
      >
        <Icon aria-hidden="true" />
      </IconButton>
      {isOpen && (
        <LateRegion>
          <MoreToolsPopup {...popup} editor={editor} />
        </LateRegion>
      )}
    </>
  );
}
