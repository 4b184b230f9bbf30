import { expect, test } from "vitest";
import { ProfileStore } from "@/client/profile";
import { seededRandom } from "@/core/base/random";

const storage = () => {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
};
const random = () => seededRandom(5);

test("a visitor gets a friendly name and keeps it", () => {
  const kept = storage();
  const { name } = new ProfileStore(kept, random()).state.get();
  expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  expect(new ProfileStore(kept, seededRandom(6)).state.get().name).toBe(name);
});

test("a new name is cleaned, shown and kept", () => {
  const kept = storage();
  const profile = new ProfileStore(kept, random());
  expect(profile.rename("  Ada \n Lovelace ")).toBe(true);
  expect(profile.state.get().name).toBe("Ada Lovelace");
  expect(new ProfileStore(kept, random()).state.get().name).toBe(
    "Ada Lovelace",
  );
});

test("an empty name is refused", () => {
  const profile = new ProfileStore(storage(), random());
  const before = profile.state.get();
  expect(profile.rename("  ")).toBe(false);
  expect(profile.state.get()).toBe(before);
});

test("a browser that forbids storage still has a name", () => {
  const forbidden = {
    getItem: () => {
      throw new Error("denied");
    },
    setItem: () => {
      throw new Error("denied");
    },
  };
  const profile = new ProfileStore(forbidden, random());
  expect(profile.rename("Ada")).toBe(true);
  expect(profile.state.get().name).toBe("Ada");
});
