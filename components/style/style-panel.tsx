import type { Editor } from "@/client/editor/editor";
import {
  styleSubjectOf,
  type StyleSubject,
} from "@/client/editor/styles/style-subject";
import type { StyleName } from "@/core/shapes/style";
import { useEditorState } from "../hooks/use-editor-state";
import { useSelected } from "../hooks/use-store";
import { LateRegion } from "../ui/late-region";
import { BarField } from "./bar-field";
import { ColourField } from "./colour-field";
import { LateSelectionActions } from "./late-selection-actions";
import { OpacityField } from "./opacity-field";
import { isSameSubject } from "./same-subject";

/** What stands beside each other. */
const ROWS = [
  ["stroke"],
  ["fill"],
  ["fillStyle", "radius"],
  ["strokeWidth", "dash"],
  ["font", "align"],
  ["fontSize"],
  ["opacity"],
] as const satisfies readonly (readonly StyleName[])[];

/** How the selected shapes look, or the next one, and what can be done with the selection. */
export function StylePanel({ editor }: { readonly editor: Editor }) {
  const subject = useEditorState(editor, styleSubjectOf, isSameSubject);
  const hasSelection = useSelected(editor.selection, ({ size }) => size > 0);
  return (
    <div className="flex w-full flex-col gap-3">
      {subject && <StyleFields editor={editor} subject={subject} />}
      {subject && hasSelection && <hr className="border-line" />}
      {hasSelection && (
        <LateRegion>
          <LateSelectionActions editor={editor} />
        </LateRegion>
      )}
    </div>
  );
}

interface StyleFieldsProps {
  readonly editor: Editor;
  readonly subject: StyleSubject;
}

function StyleFields({ editor, subject }: StyleFieldsProps) {
  return ROWS.map((names) => {
    const shown = names.filter((name) => isShown(subject, name));
    if (shown.length === 0) return null;
    return (
      <div key={names[0]} className="flex gap-2">
        {shown.map((name) => {
          if (name === "stroke" || name === "fill")
            return (
              <ColourField
                key={name}
                editor={editor}
                name={name}
                value={subject.valueOf(name)}
              />
            );
          if (name === "opacity")
            return (
              <OpacityField
                key={name}
                editor={editor}
                value={subject.valueOf(name)}
              />
            );
          return (
            <BarField
              key={name}
              editor={editor}
              subject={subject}
              name={name}
            />
          );
        })}
      </div>
    );
  });
}

// How an inside is filled can be chosen once there is something to fill it with.
const isShown = (subject: StyleSubject, name: StyleName): boolean =>
  subject.names.includes(name) &&
  (name !== "fillStyle" || subject.valueOf("fill") !== undefined);
