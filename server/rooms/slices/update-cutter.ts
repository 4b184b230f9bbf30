import { cutterCalls } from "./cutter-calls";

/** Cuts large updates into updates that are quick to apply one by one. That takes longer than an event loop may be blocked for. */
export interface UpdateCutter {
  /** Cuts an update that deletes nothing and has no gaps. Rejects for one that is malformed. */
  cut(update: Uint8Array): Promise<Uint8Array[]>;
  /** Cuts the document that a snapshot and updates make, in their order. Rejects when they cannot be read. */
  cutDocument(parts: readonly Uint8Array[]): Promise<Uint8Array[]>;
  close(): Promise<void>;
}

/** Cuts in the thread that asks. */
export const cutHere: UpdateCutter = {
  cut: async (update) => cutterCalls.cut(update),
  cutDocument: async (parts) => cutterCalls.cutDocument(parts),
  close: async () => {},
};
