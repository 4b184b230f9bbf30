import { Eye } from "lucide-react";
import { Fragment } from "react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { useEditorState } from "../hooks/use-editor-state";
import { useStore } from "../hooks/use-store";
import { moveFocus } from "../ui/move-focus";
import { Panel } from "../ui/panel";
import { CommandButton } from "./command-button";
import { MoreToolsButton } from "./more-tools-button";
import { ToolButton } from "./tool-button";
import { hasTool, isOfUse, PHONE_TOOLS, TOOL_PARTS } from "./tool-names";

/** Chooses the tool. A phone shows the most used ones and the others on demand. */
export function ToolBar({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("bars");
  const inHand = useStore(editor.tool);
  const isReadOnly = useEditorState(editor, ({ board }) => board.readOnly);
  const parts = TOOL_PARTS.map((tools) =>
    tools.filter((tool) => hasTool(editor, tool) && isOfUse(editor, tool)),
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
              isFar={!isReadOnly && !PHONE_TOOLS.has(tool)}
            />
          ))}
        </Fragment>
      ))}
      <Divider />
      {isReadOnly ? (
        <ViewOnly />
      ) : (
        <>
          <CommandButton
            editor={editor}
            command="tool.keep"
            tabIndex={-1}
            className="max-sm:hidden"
          />
          <MoreToolsButton editor={editor} inHand={inHand} />
        </>
      )}
    </Panel>
  );
}

/** Says why the other tools are not there. */
function ViewOnly() {
  const t = useTranslations("bars");
  return (
    <p
      role="status"
      className="text-small text-ink-soft flex items-center gap-1.5 px-2.5 font-medium whitespace-nowrap"
    >
      <Eye className="size-4" aria-hidden="true" />
      {t("viewOnly")}
    </p>
  );
}

function Divider() {
  return <span className="bg-line mx-0.5 h-6 w-px shrink-0 max-sm:hidden" />;
}
