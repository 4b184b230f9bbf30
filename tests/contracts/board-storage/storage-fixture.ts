import { onTestFinished } from "vitest";
import { asBoardId } from "@/core/base/ids";
import type { BoardStorage, StoredBoard } from "@/server/storage/board-storage";
import { sampleRoom, sampleUpdate } from "../../support/storage/sample-data";
import { temporaryFolder } from "../../support/storage/temporary-folder";
import { updatesOfTyping } from "../../support/storage/typing";

/** The room of most tests. */
export const plans = asBoardId("plans");

/** Opens the adapter under test; each storage is closed when its test ends. */
export class StorageFixture {
  /** Whether a storage that is closed and opened again has what it had. */
  readonly persists: boolean;
  readonly #open: (place: string) => Promise<BoardStorage>;

  constructor(
    open: (place: string) => Promise<BoardStorage>,
    { persists }: { persists: boolean },
  ) {
    this.#open = open;
    this.persists = persists;
  }

  async openAt(place: string): Promise<BoardStorage> {
    const storage = await this.#open(place);
    onTestFinished(() => storage.close());
    return storage;
  }

  async openEmpty(): Promise<BoardStorage> {
    return this.openAt(await temporaryFolder());
  }

  /** Opens a storage with the room "plans", and these words typed into it. */
  async openWithPlans(words: readonly string[] = []): Promise<BoardStorage> {
    const storage = await this.openEmpty();
    await storage.createRoom(sampleRoom("plans"));
    for (const [index, bytes] of updatesOfTyping(words).entries()) {
      await storage.append(plans, sampleUpdate(index + 1, bytes));
    }
    return storage;
  }
}

/** The room "plans" as it is stored. */
export async function loadPlans(storage: BoardStorage): Promise<StoredBoard> {
  const board = await storage.load(plans);
  if (!board) throw new Error("The room is not stored.");
  return board;
}
