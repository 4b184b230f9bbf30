import { CloseCode } from "@/core/protocol/close-codes";

/** Why the server refused; the key of its translation. */
export type Refusal =
  | "badMessage"
  | "signedOut"
  | "noAccess"
  | "password"
  | "removed"
  | "banned"
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

const BY_REASON: Readonly<Record<string, Refusal>> = {
  PASSWORD_NEEDED: "password",
  REMOVED: "removed",
  BANNED: "banned",
};

/** @param reason That of the close frame. */
export function refusalOf(code: number, reason = ""): Refusal {
  const refusal = BY_CODE[code] ?? "other";
  return refusal === "noAccess" ? (BY_REASON[reason] ?? refusal) : refusal;
}

/** Whether it is of use to knock again: somebody may have changed their mind. */
export const canKnockAgain = (refusal: Refusal): boolean =>
  refusal === "noAccess" || refusal === "removed" || refusal === "banned";

/** Whether what is on the screen is to be had nowhere else. */
export const isLastCopy = (refusal: Refusal): boolean =>
  refusal === "otherEpoch" || refusal === "roomDeleted";

/** Whether loading the page again can help. */
export const isCuredByReload = (refusal: Refusal): boolean =>
  refusal !== "password" &&
  !canKnockAgain(refusal) &&
  refusal !== "roomDeleted" &&
  refusal !== "otherEpoch";
