import { CloseCode } from "@/core/protocol/close-codes";

/** Why the server refused; the key of its translation. */
export type Refusal =
  | "badMessage"
  | "signedOut"
  | "noAccess"
  | "roomDeleted"
  | "outdatedClient"
  | "otherEpoch"
  | "other";

const BY_CODE: Readonly<Record<number, Refusal>> = {
  [CloseCode.badMessage]: "badMessage",
  [CloseCode.signedOut]: "signedOut",
  [CloseCode.noAccess]: "noAccess",
  [CloseCode.roomDeleted]: "roomDeleted",
  [CloseCode.outdatedClient]: "outdatedClient",
  [CloseCode.otherEpoch]: "otherEpoch",
};

export const refusalOf = (code: number): Refusal => BY_CODE[code] ?? "other";

/** Whether what is on the screen is to be had nowhere else. */
export const isLastCopy = (refusal: Refusal): boolean =>
  refusal === "otherEpoch" || refusal === "roomDeleted";

/** Whether loading the page again can help. */
export const isCuredByReload = (refusal: Refusal): boolean =>
  refusal !== "noAccess" &&
  refusal !== "roomDeleted" &&
  refusal !== "otherEpoch";
