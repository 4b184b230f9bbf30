import * as Y from "yjs";

import type { Dispose } from "../base/disposable";
import { createStore, type Store } from "../base/store";
import { EmptiedKeys } from "./emptied-keys";
import { LocalEdit } from "./local-edit";
import { OwnItems } from "./own-items";
import { isTooNew } from "./schema";
import { recordsOf, SHOWN } from "./shape-record";
import {
  copiesMade,
  dropOverruled,
  isDeletion,
  type UndoStep,
} from "./undo-step";

/**
 * Undo and redo of what this user did here in this session; never of what others did, nor of what the board held before.
 * A step takes back only what still is as it left it. One that others' later work has emptied is passed over.
 */
export class History {
  readonly #doc: Y.Doc;
  readonly #manager: Y.UndoManager;
  readonly #own = new OwnItems();
  readonly #emptied = new EmptiedKeys();
  readonly #madeAt = new WeakMap<UndoStep, number>();
  readonly #canUndo = createStore(false);
  readonly #canRedo = createStore(false);

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#manager = new Y.UndoManager(recordsOf(doc), {
      trackedOrigins: new Set([LocalEdit]),
      captureTimeout: 0,
      // Whether a newer value stands in the way is decided by dropOverruled.
      ignoreRemoteMapChanges: true,
      deleteFilter: (item) => this.#mayTakeAway(item),
    });
    doc.on("afterTransaction", this.#noteTransaction);
    this.#manager.on("stack-item-popped", this.#noteCopies);
    this.#manager.on("stack-item-added", this.#noteStep);
  }

  /** Whether there is a step to take back. Others may have emptied it: only `undo` finds out. */
  get canUndo(): Store<boolean> {
    return this.#canUndo;
  }

  get canRedo(): Store<boolean> {
    return this.#canRedo;
  }

  /** Takes back the last step that others left something of; false when there is none, and on a read-only board. */
  undo(): boolean {
    const { undoStack } = this.#manager;
    return this.#takeBack(undoStack, () => this.#manager.undo());
  }

  /** Brings back the step that was undone last; false when there is none, and on a read-only board. */
  redo(): boolean {
    const { redoStack } = this.#manager;
    return this.#takeBack(redoStack, () => this.#manager.redo());
  }

  /** Everything that is changed until the returned function is called makes one step. */
  beginStep(): Dispose {
    this.#manager.stopCapturing();
    this.#manager.captureTimeout = Infinity;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#manager.captureTimeout = 0;
      this.#manager.stopCapturing();
    };
  }

  /** How many steps there are to take back: a mark to `rollBack` to. */
  get depth(): number {
    return this.#manager.undoStack.length;
  }

  /**
   * Takes back every step since there were `depth` of them, as `undo` does, and forgets them: redo does not bring them back. For what a person has
   * begun and given up.
   */
  rollBack(depth: number): void {
    const { undoStack, redoStack } = this.#manager;
    if (isTooNew(this.#doc)) return;
    while (undoStack.length > depth) {
      this.#popAlone(undoStack, () => this.#manager.undo());
    }
    redoStack.length = 0;
    this.#publish();
  }

  /** Whether a transaction of this origin is an undo or a redo. */
  isOrigin(origin: unknown): boolean {
    return origin === this.#manager;
  }

  dispose(): void {
    this.#doc.off("afterTransaction", this.#noteTransaction);
    this.#manager.destroy();
  }

  #takeBack(stack: UndoStep[], pop: () => unknown): boolean {
    if (isTooNew(this.#doc)) return false;
    let isDone = false;
    for (let step = stack.at(-1); step && !isDone; step = stack.at(-1)) {
      const hasChanged = this.#popAlone(stack, pop);
      // A deletion that somebody's restoring has consumed still was a step of its own: what came before it was not meant.
      isDone = hasChanged || isDeletion(this.#doc, step);
    }
    this.#publish();
    return isDone;
  }

  /** Takes back the last step of `stack`, and returns whether that changed anything. */
  #popAlone(stack: UndoStep[], pop: () => unknown): boolean {
    this.#dropOverruled(stack.at(-1)!);
    // Alone, so that Yjs does not go on by itself to the next one, from which nothing was dropped yet.
    const below = stack.splice(0, stack.length - 1);
    try {
      return pop() !== null;
    } finally {
      stack.unshift(...below);
    }
  }

  /** Undo must not hide what others wrote into a shape of ours. */
  #mayTakeAway({ parent, parentSub }: Y.Item): boolean {
    if (parentSub !== SHOWN || !(parent instanceof Y.Map)) return true;
    return this.#own.ownsAllIn(parent);
  }

  #dropOverruled(step: UndoStep): void {
    const madeAt = this.#madeAt.get(step) ?? 0;
    dropOverruled(this.#doc, step, (map, key) =>
      this.#emptied.isSince(madeAt, map, key),
    );
  }

  readonly #noteTransaction = (transaction: Y.Transaction): void => {
    if (!transaction.local) this.#emptied.note(transaction);
    else if (!this.isOrigin(transaction.origin)) this.#own.note(transaction);
  };

  readonly #noteStep = ({ stackItem }: { stackItem: UndoStep }): void => {
    this.#madeAt.set(stackItem, this.#emptied.now);
    this.#publish();
  };

  /** What undo brings back is ours only if it was ours. */
  readonly #noteCopies = ({ stackItem }: { stackItem: UndoStep }): void => {
    const isOwn = (item: Y.Item) => this.#own.has(item);
    for (const run of copiesMade(this.#doc, stackItem, isOwn)) {
      this.#own.add(run);
    }
  };

  readonly #publish = (): void => {
    this.#canUndo.set(this.#manager.canUndo());
    this.#canRedo.set(this.#manager.canRedo());
  };
}
