import { AlignStartVertical, ChevronRight, Layers } from "lucide-react";
import { Fragment } from "react";
import { useTranslations } from "../messages/use-translations";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import type { ScreenPoint } from "@/core/geometry/point";
import { useEditorState } from "../hooks/use-editor-state";
import { commandOf } from "../toolbar/command-of";
import { Menu, MenuDivider, Submenu } from "../ui/menu";
import { CommandItem } from "./command-item";

/** Left out while they would do nothing, so that the menu stays short. */
const OPTIONAL: ReadonlySet<CommandId> = new Set([
  "selection.editText",
  "group.group",
  "group.ungroup",
  "style.paste",
  "lock.unlockAll",
  "view.lookHere",
]);
const FOR_BOARD: readonly (readonly CommandId[])[] = [
  ["clipboard.paste", "selection.all", "lock.unlockAll"],
  ["view.grid", "view.snapToGrid", "view.snapToShapes"],
  ["camera.fit", "view.lookHere", "help.palette"],
];
const CLIPBOARD: readonly CommandId[] = [
  "selection.editText",
  "clipboard.cut",
  "clipboard.copy",
  "clipboard.paste",
  "selection.duplicate",
];
const STYLE: readonly CommandId[] = ["style.copy", "style.paste"];
const ORDER: readonly CommandId[] = [
  "order.front",
  "order.forward",
  "order.backward",
  "order.back",
];
const ALIGN: readonly (readonly CommandId[])[] = [
  ["align.left", "align.centre", "align.right"],
  ["align.top", "align.middle", "align.bottom"],
  ["distribute.horizontally", "distribute.vertically"],
];
const ARRANGE: readonly CommandId[] = [
  "group.group",
  "group.ungroup",
  "flip.horizontal",
  "flip.vertical",
  "lock.toggle",
];
const REST: readonly CommandId[] = [
  "camera.fitSelection",
  "view.lookHere",
  "lock.unlockAll",
  "selection.delete",
];

/** Of the menu with its distance from the edge of the window; CSS pixels. */
const WIDTH = 280;

interface ContextMenuProps {
  readonly editor: Editor;
  readonly place: ScreenPoint;
}

/** What can be done with the selection, or with the board while nothing is selected. */
export function ContextMenu({ editor, place }: ContextMenuProps) {
  const t = useTranslations("menu");
  const hasSelection = useEditorState(
    editor,
    () => editor.selection.get().size > 0,
  );
  return (
    <Menu
      label={t("context")}
      place={{ x: leftOf(place), y: place.y, width: 0, height: 0 }}
      side="right"
      onClose={() => editor.contextMenu.set(undefined)}
    >
      {hasSelection ? (
        <SelectionItems editor={editor} />
      ) : (
        <Sections editor={editor} sections={FOR_BOARD} />
      )}
    </Menu>
  );
}

// On a phone there may not be room enough at either side of the finger.
const leftOf = ({ x }: ScreenPoint): number => {
  const last = window.innerWidth - WIDTH;
  return x > last && x < WIDTH ? Math.max(0, last) : x;
};

function SelectionItems({ editor }: { readonly editor: Editor }) {
  const t = useTranslations("menu");
  const arrow = <ChevronRight className="size-4" aria-hidden="true" />;
  const canAlign = useEditorState(
    editor,
    () => commandOf(editor, "align.left")?.isEnabled(editor) ?? false,
  );
  return (
    <>
      <Sections editor={editor} sections={[CLIPBOARD]} />
      <MenuDivider />
      <Submenu
        label={t("order")}
        icon={<Layers className="size-4.5" aria-hidden="true" />}
        arrow={arrow}
      >
        <Sections editor={editor} sections={[ORDER]} />
      </Submenu>
      {canAlign && (
        <Submenu
          label={t("alignment")}
          icon={<AlignStartVertical className="size-4.5" aria-hidden="true" />}
          arrow={arrow}
        >
          <Sections editor={editor} sections={ALIGN} />
        </Submenu>
      )}
      <Sections editor={editor} sections={[ARRANGE, STYLE, REST]} />
    </>
  );
}

interface SectionsProps {
  readonly editor: Editor;
  readonly sections: readonly (readonly CommandId[])[];
}

function Sections({ editor, sections }: SectionsProps) {
  return sections.map((commands, index) => (
    <Fragment key={commands[0]}>
      {index > 0 && <MenuDivider />}
      {commands.map((command) => (
        <CommandItem
          key={command}
          editor={editor}
          command={command}
          isOptional={OPTIONAL.has(command)}
        />
      ))}
    </Fragment>
  ));
}
