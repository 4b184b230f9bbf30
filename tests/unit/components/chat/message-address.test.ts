import { afterEach, expect, test, vi } from "vitest";
import {
  messageAddress,
  takeMessageInAddress,
} from "@/components/chat/message-address";

afterEach(() => vi.unstubAllGlobals());

/** A page at an address, and what its history is told. */
function pageAt(address: string) {
  const { hash, pathname, search } = new URL(address, "http://localhost");
  const replaced: unknown[][] = [];
  const state = { key: "next's" };
  const replaceState = (...args: unknown[]) => void replaced.push(args);
  vi.stubGlobal("window", {
    location: { hash, pathname, search },
    history: { state, replaceState },
  });
  return { replaced, state };
}

test("the address of a message takes one there, and is that of the board from then on", () => {
  const { replaced, state } = pageAt(`${messageAddress("plans", 42)}`);
  expect(takeMessageInAddress()).toBe(42);
  expect(replaced).toEqual([[state, "", "/r/plans"]]);
});

test("what else the address says is kept", () => {
  const { replaced } = pageAt("/r/plans?lang=zh#message-7");
  expect(takeMessageInAddress()).toBe(7);
  expect(replaced[0]?.[2]).toBe("/r/plans?lang=zh");
});

test.each(["", "#", "#message-", "#message-x", "#message-1x", "#other-1"])(
  "an address that ends with '%s' names no message, and is left alone",
  (hash) => {
    const { replaced } = pageAt(`/r/plans${hash}`);
    expect(takeMessageInAddress()).toBeUndefined();
    expect(replaced).toEqual([]);
  },
);
