import { createStore, type Store } from "@/core/base/store";
import { DEFAULT_STROKE } from "@/core/shapes/palette";
import { findKind } from "@/core/shapes/shape-kinds";
import {
  DEFAULT_RADIUS,
  type StyleName,
  type StyleValues,
} from "@/core/shapes/style";
import { DEFAULT_FONT } from "@/core/shapes/text/fonts";

/** What new shapes look like: values for all, and those that a kind has for itself. */
export interface RememberedStyles {
  readonly shared: StyleValues;
  readonly own: Readonly<Record<string, Partial<StyleValues>>>;
}

const FIRST_STYLES: RememberedStyles = {
  shared: {
    stroke: DEFAULT_STROKE,
    fill: undefined,
    fillStyle: "solid",
    strokeWidth: 2,
    dash: "solid",
    radius: DEFAULT_RADIUS,
    opacity: 1,
    font: DEFAULT_FONT,
    fontSize: 20,
    align: "center",
  },
  own: {
    highlight: { stroke: "#f08c00", strokeWidth: 2, opacity: 1 },
    note: { fill: "#ffec99", stroke: DEFAULT_STROKE, fontSize: 28 },
    text: { fontSize: 20, align: "start" },
  },
};

/** Remembers for the next shape what a person has chosen. */
export class StyleMemory {
  readonly #styles = createStore(FIRST_STYLES);

  get styles(): Store<RememberedStyles> {
    return this.#styles;
  }

  /** What a new shape of this kind looks like; names that the kind does not have are among it. */
  valuesFor(kindName: string): StyleValues {
    const { shared, own } = this.#styles.get();
    return { ...shared, ...own[kindName] };
  }

  /** Only the styles that the kind has, to be spread into a new shape. */
  newShapeStyle(kindName: string): Partial<StyleValues> {
    const values = this.valuesFor(kindName);
    const names = findKind(kindName)?.styles ?? [];
    return Object.fromEntries(names.map((name) => [name, values[name]]));
  }

  /** Remembers what was chosen for a shape of this kind. */
  remember(kindName: string, chosen: Partial<StyleValues>): void {
    const ownNames = findKind(kindName)?.ownStyles ?? [];
    const isOwn = (name: string) => ownNames.includes(name as StyleName);
    const entries = Object.entries(chosen);
    const shared = entries.filter(([name]) => !isOwn(name));
    const own = entries.filter(([name]) => isOwn(name));
    this.#styles.update((styles) => ({
      shared: { ...styles.shared, ...Object.fromEntries(shared) },
      own: {
        ...styles.own,
        [kindName]: { ...styles.own[kindName], ...Object.fromEntries(own) },
      },
    }));
  }
}
