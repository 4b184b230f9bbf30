import { Hand, MousePointer2, Pencil } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Editor } from "@/client/editor/editor";
import { useStore } from "../hooks/use-store";
import { moveFocus } from "../ui/move-focus";
import { Panel } from "../ui/panel";
import { CommandButton } from "./command-button";

const TOOLS = [
  { name: "select", command: "tool.select", Icon: MousePointer2 },
  { name: "hand", command: "tool.hand", Icon: Hand },
  { name: "draw", command: "tool.draw", Icon: Pencil },
] as const;

/** Chooses the tool. */
export function ToolBar({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("bars");
  const tool = useStore(editor.tool);
  return (
    <Panel
      role="toolbar"
      aria-label={t("tools")}
      onKeyDown={moveFocus}
      className="gap-0.5"
    >
      {TOOLS.map(({ name, command, Icon }) => (
        <CommandButton
          key={name}
          editor={editor}
          command={command}
          aria-pressed={tool === name}
          tabIndex={tool === name ? 0 : -1}
        >
          <Icon aria-hidden="true" />
        </CommandButton>
      ))}
    </Panel>
  );
}
