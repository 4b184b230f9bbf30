import { lazy } from "react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { MIXED, styleSubjectOf } from "@/client/editor/styles/style-subject";
import { useEditorState } from "../hooks/use-editor-state";
import { useSelected } from "../hooks/use-store";
import { CommandButton } from "../toolbar/command-button";
import { IconButton } from "../ui/icon-button";
import { LateRegion } from "../ui/late-region";
import { Panel } from "../ui/panel";
import { usePopup } from "../ui/use-popup";
import { Swatch } from "./swatch";
import { useHasStyle } from "./use-has-style";

const StylePopup = lazy(async () => ({
  default: (await import("./style-popup")).StylePopup,
}));

/** On a phone: opens the style panel, and has the two things that are done most with a selection. */
export function StyleBar({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("style");
  const { isOpen, trigger, popup } = usePopup();
  const hasStyle = useHasStyle(editor);
  const hasSelection = useSelected(editor.selection, ({ size }) => size > 0);
  const stroke = useEditorState(editor, (editor) =>
    shownColour(editor, "stroke"),
  );
  const fill = useEditorState(editor, (editor) => shownColour(editor, "fill"));
  if (!hasStyle) return null;
  return (
    <Panel className="animate-appear">
      <IconButton {...trigger} label={t("panel")}>
        {stroke === MIXED || fill === MIXED ? (
          <span className="colour-wheel size-5 rounded-full" />
        ) : fill ? (
          <Swatch hex={fill} rim={stroke} />
        ) : (
          <Swatch hex={stroke} />
        )}
      </IconButton>
      {hasSelection && (
        <>
          <CommandButton editor={editor} command="selection.duplicate" />
          <CommandButton
            editor={editor}
            command="selection.delete"
            className="[&_svg]:text-danger"
          />
        </>
      )}
      {isOpen && (
        <LateRegion>
          <StylePopup {...popup} editor={editor} />
        </LateRegion>
      )}
    </Panel>
  );
}

function shownColour(
  editor: Editor,
  name: "stroke" | "fill",
): string | undefined | typeof MIXED {
  const subject = styleSubjectOf(editor);
  if (name === "fill" && !subject?.names.includes("fill")) return undefined;
  if (!subject?.names.includes("stroke")) return MIXED;
  return subject.valueOf(name);
}
