import { expect, test } from "vitest";
import {
  canKnockAgain,
  isCuredByReload,
  isLastCopy,
  refusalOf,
} from "@/components/board/refusal";
import { MESSAGES } from "@/components/messages/locales";
import { CloseCode, isPermanent } from "@/core/protocol/close-codes";

test("every code that ends a connection for good has words of its own", () => {
  for (const code of Object.values(CloseCode).filter(isPermanent)) {
    const refusal = refusalOf(code);
    expect(refusal).not.toBe("other");
    expect(MESSAGES.en.refused[refusal].title).not.toBe("");
  }
});

test.each([
  ["PASSWORD_NEEDED", "password", false],
  ["REMOVED", "removed", true],
  ["BANNED", "banned", true],
  ["NO_ACCESS", "noAccess", true],
  ["SOMETHING_NEW", "noAccess", true],
] as const)(
  "who is kept out for %s is told so",
  (reason, refusal, canKnock) => {
    expect(refusalOf(CloseCode.noAccess, reason)).toBe(refusal);
    expect(canKnockAgain(refusal)).toBe(canKnock);
    expect(isCuredByReload(refusal)).toBe(false);
  },
);

test("a code of a newer server is told as it is", () => {
  expect(refusalOf(4477)).toBe("other");
});

test("loading again is offered only where it can help", () => {
  expect(isCuredByReload(refusalOf(CloseCode.outdatedClient))).toBe(true);
  expect(isCuredByReload(refusalOf(CloseCode.roomDeleted))).toBe(false);
  expect(isCuredByReload(refusalOf(CloseCode.noAccess))).toBe(false);
  expect(isCuredByReload(refusalOf(CloseCode.otherEpoch))).toBe(false);
});

test("a board that the server no longer has is worth a file", () => {
  expect(isLastCopy(refusalOf(CloseCode.otherEpoch))).toBe(true);
  expect(isLastCopy(refusalOf(CloseCode.roomDeleted))).toBe(true);
  expect(isLastCopy(refusalOf(CloseCode.signedOut))).toBe(false);
});
