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
  | { readonly state: "offline"; readonly retryAt: number | undefined }
  | { readonly state: "connecting" }
  | { readonly state: "syncing" }
  | { readonly state: "live" }
  | {
      readonly state: "refused";
      readonly code: number;
      readonly reason: string;
    };
