import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { openTestStorage } from "../support/storage/open-test-storage";
import { describeBoardStorage } from "./board-storage.contract";

describeBoardStorage(
  "MemoryBoardStorage",
  async () => new MemoryBoardStorage(mergeUpdates),
  { persists: false },
);

describeBoardStorage("SqliteBoardStorage", openTestStorage, {
  persists: true,
});
