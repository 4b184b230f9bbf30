import { access, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { contentOf, namesIn } from "./data-folder-content";

/** The stages of a restore, each a folder of another name inside the data folder. */
const UNPACKING = ".restore-unpacking";
const READY = ".restore-ready";
const EMPTIED = ".restore-emptied";
/** Inside each of them: what comes, and what was there. */
const NEW = "new";
const FORMER = "former";

/** What changes the folder, one step at a time. */
export interface RestoreSteps {
  rename(from: string, to: string): Promise<void>;
  rm(
    place: string,
    options: { readonly recursive: boolean; readonly force?: boolean },
  ): Promise<void>;
}

/**
 * The change of a data folder's content for another, which may be interrupted at any moment:
 *
 * ```
 * begin() --> unpacking -- commit() --> ready -- the old content is put aside --> emptied -- the new one is put in place --> done
 * ```
 *
 * Until the commit, which is the renaming of one folder, the old content is untouched. From then on whoever opens the data folder next
 * calls `finish`, which goes on from wherever it was left. To be used by the one who holds the folder's lock.
 */
export class PendingRestore {
  readonly #dataDir: string;
  readonly #steps: RestoreSteps;

  /** @param steps Default: those of the disk. */
  constructor(dataDir: string, steps: RestoreSteps = { rename, rm }) {
    this.#dataDir = dataDir;
    this.#steps = steps;
  }

  /** Whether the folder holds neither the old content nor the new one as a whole. */
  async isHalfDone(): Promise<boolean> {
    return (await this.#has(READY)) || (await this.#has(EMPTIED));
  }

  /** Throws away what an earlier restore has left unfinished before its commit. Resolves with an empty folder for the new content. */
  async begin(): Promise<string> {
    await this.#steps.rm(this.#at(UNPACKING), { recursive: true, force: true });
    const folder = this.#at(UNPACKING, NEW);
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** Throws away what was unpacked. */
  async giveUp(): Promise<void> {
    await this.#steps.rm(this.#at(UNPACKING), { recursive: true, force: true });
  }

  /** From the moment that it resolves, the new content counts. What it consists of must be on the disk already. */
  async commit(): Promise<void> {
    await syncFolder(this.#at(UNPACKING, NEW));
    await this.#rename(UNPACKING, READY);
  }

  /**
   * Puts a committed restore's content in place. Resolves with the folder that holds what was there before, if anything was; does
   * nothing when there is no committed restore.
   */
  async finish(): Promise<string | undefined> {
    if (await this.#has(READY)) {
      await mkdir(this.#at(READY, FORMER), { recursive: true });
      for (const name of await contentOf(this.#dataDir))
        await this.#steps.rename(this.#at(name), this.#at(READY, FORMER, name));
      await this.#rename(READY, EMPTIED);
    }
    if (!(await this.#has(EMPTIED))) return undefined;
    for (const name of await namesIn(this.#at(EMPTIED, NEW)))
      await this.#steps.rename(this.#at(EMPTIED, NEW, name), this.#at(name));
    await syncFolder(this.#dataDir);
    return this.#putAside();
  }

  async #putAside(): Promise<string | undefined> {
    const former = await namesIn(this.#at(EMPTIED, FORMER));
    const place = former.length > 0 ? await this.#freePlace() : undefined;
    if (place) await this.#steps.rename(this.#at(EMPTIED, FORMER), place);
    await this.#steps.rm(this.#at(EMPTIED), { recursive: true });
    return place;
  }

  async #freePlace(): Promise<string> {
    for (let number = 1; ; number++)
      if (!(await this.#has(`before-restore-${number}`)))
        return this.#at(`before-restore-${number}`);
  }

  async #rename(from: string, to: string): Promise<void> {
    await this.#steps.rename(this.#at(from), this.#at(to));
    await syncFolder(this.#dataDir);
  }

  #has(name: string): Promise<boolean> {
    return access(this.#at(name)).then(
      () => true,
      () => false,
    );
  }

  #at(...names: string[]): string {
    return path.join(this.#dataDir, ...names);
  }
}

/** Waits until the disk has the names in a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}
