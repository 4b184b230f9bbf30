/**
 * Where the connection to the room stands.
 *
 * ```
 *            +------------- cut, back-off over -------------+
 *            v                                              |
 * offline -> connecting -> syncing -> live -- cut --> offline
 *                  \__________\________\__ 44xx --> refused (until the person acts)
 * ```
 */
export type ConnectionStatus =
  | {
      readonly state: "offline";
      /** Milliseconds since 1970; undefined when nobody is going to try. */
      readonly retryAt: number | undefined;
      /** The close code of the last cut. */
      readonly cause: number | undefined;
    }
  | { readonly state: "connecting"; readonly cause: number | undefined }
  | { readonly state: "syncing" }
  | { readonly state: "live" }
  | {
      readonly state: "refused";
      readonly code: number;
      readonly reason: string;
    };
