import { cutDocument, cutUpdate } from "./cut-update";

/** What the main thread may ask of the worker that cuts updates. */
export interface CutterCalls {
  cut(update: Uint8Array): Uint8Array[];
  cutDocument(parts: readonly Uint8Array[]): Uint8Array[];
  close(): void;
}

export const cutterCalls: CutterCalls = {
  cut: (update) => cutUpdate(update),
  cutDocument: (parts) => cutDocument(parts),
  close() {},
};
