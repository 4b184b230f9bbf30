import type { Shape } from "@/core/shapes/shape";
import { findKind, kindOf } from "@/core/shapes/shape-kinds";
import type { StyleName, StyleValues } from "@/core/shapes/style";
import type { Editor } from "../editor";

/** Stands for values that differ among the selected shapes. */
export const MIXED = Symbol("mixed");

/** What the style panel is about: the selected shapes or, while none is, the next one that the tool makes. */
export interface StyleSubject {
  /** The styles it has, in the order of the panel. Of several shapes: each that one of them has. */
  readonly names: readonly StyleName[];
  valueOf<Name extends StyleName>(name: Name): StyleValues[Name] | typeof MIXED;
}

/** The panel's order. */
const NAMES: readonly StyleName[] = [
  "stroke",
  "fill",
  "fillStyle",
  "strokeWidth",
  "dash",
  "radius",
  "font",
  "fontSize",
  "align",
  "opacity",
];

/** Undefined while there is nothing that has a style. Ask again when tool, selection, board or styles change. */
export function styleSubjectOf(editor: Editor): StyleSubject | undefined {
  const shapes = editor.changeableShapes();
  if (shapes.length > 0) return subjectOfShapes(shapes);
  const kind = findKind(editor.toolDefinition.makes ?? "");
  if (!kind || kind.styles.length === 0) return undefined;
  const values = editor.styles.valuesFor(kind.name);
  return {
    names: NAMES.filter((name) => kind.styles.includes(name)),
    valueOf: (name) => values[name],
  };
}

function subjectOfShapes(shapes: readonly Shape[]): StyleSubject | undefined {
  const has = (shape: Shape, name: StyleName) =>
    kindOf(shape).styles.includes(name);
  const names = NAMES.filter((name) => shapes.some((s) => has(s, name)));
  if (names.length === 0) return undefined;
  return {
    names,
    valueOf<Name extends StyleName>(name: Name) {
      const values = new Set(
        shapes
          .filter((shape) => has(shape, name))
          .map((shape) => styleOf(shape, name)),
      );
      const [value] = values;
      return values.size > 1 ? MIXED : (value as StyleValues[Name]);
    },
  };
}

/** The shape's value, which it must have: the styles of a kind are properties of its shapes by the same name. */
export const styleOf = <Name extends StyleName>(
  shape: Shape,
  name: Name,
): StyleValues[Name] => (shape as unknown as StyleValues)[name];

/** Gives the selected shapes these values, as one step for undo, and remembers them for the next ones. Returns whether there was anything to style. */
export function setStyle(
  editor: Editor,
  values: Partial<StyleValues>,
): boolean {
  editor.typing.endBurst();
  const shapes = editor.changeableShapes();
  const names = Object.keys(values) as StyleName[];
  for (const kindName of new Set(shapes.map(({ kind }) => kind)))
    editor.styles.remember(kindName, valuesThatKindHas(kindName, values));
  const { makes } = editor.toolDefinition;
  if (shapes.length === 0) {
    if (makes) editor.styles.remember(makes, values);
    return makes !== undefined;
  }
  editor.board.change("style", (draft) => {
    for (const shape of shapes) {
      const { styles } = kindOf(shape);
      if (names.some((name) => styles.includes(name)))
        draft.set(shape.id, valuesThatKindHas(shape.kind, values));
    }
  });
  return true;
}

function valuesThatKindHas(
  kindName: string,
  values: Partial<StyleValues>,
): Partial<StyleValues> {
  const names = findKind(kindName)?.styles ?? [];
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.filter(([name]) => names.includes(name as StyleName)),
  );
}
