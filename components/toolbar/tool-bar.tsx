import { Fragment } from "react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { useStore } from "../hooks/use-store";
import { moveFocus } from "../ui/move-focus";
import { Panel } from "../ui/panel";
import { CommandButton } from "./command-button";
import { MoreToolsButton } from "./more-tools-button";
import { ToolButton } from "./tool-button";
import { hasTool, TOOL_PARTS } from "./tool-names";

/** Chooses the tool. A phone shows the most used ones and the others on demand. */
export function ToolBar({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("bars");
  const inHand = useStore(editor.tool);
  const parts = TOOL_PARTS.map((tools) =>
    tools.filter((tool) => hasTool(editor, tool)),
  ).filter((tools) => tools.length > 0);
  // One of them must be a stop of the Tab key, also when a tool is in the hand that the bar does not have.
  const stop = parts.flat().find((tool) => tool === inHand) ?? "select";
  return (
    <Panel
      role="toolbar"
      aria-label={t("tools")}
      onKeyDown={moveFocus}
      className="gap-0.5"
    >
      {parts.map((tools, index) => (
        <Fragment key={tools[0]}>
          {index > 0 && <Divider />}
          {tools.map((tool) => (
            <ToolButton
              key={tool}
              editor={editor}
              tool={tool}
              isTabStop={tool === stop}
            />
          ))}
        </Fragment>
      ))}
      <Divider />
      <CommandButton
        editor={editor}
        command="tool.keep"
        tabIndex={-1}
        className="max-sm:hidden"
      />
      <MoreToolsButton editor={editor} inHand={inHand} />
    </Panel>
  );
}

function Divider() {
  return <span className="bg-line mx-0.5 h-6 w-px shrink-0 max-sm:hidden" />;
}
