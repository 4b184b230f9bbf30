import { ProtocolError } from "@/core/protocol/protocol-error";
import { cutDocument, cutUpdate } from "./cut-update";

/** What the main thread may ask of the worker that cuts updates. */
export interface CutterCalls {
  /** Undefined for an update that is malformed. */
  cut(update: Uint8Array): Uint8Array[] | undefined;
  cutDocument(parts: readonly Uint8Array[]): Uint8Array[];
  close(): void;
}

export const cutterCalls: CutterCalls = {
  cut(update) {
    try {
      return cutUpdate(update);
    } catch (error) {
      if (error instanceof ProtocolError) return undefined;
      throw error;
    }
  },
  cutDocument: (parts) => cutDocument(parts),
  close() {},
};
