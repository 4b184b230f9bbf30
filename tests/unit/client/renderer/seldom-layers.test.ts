import { expect, it, onTestFinished, vi } from "vitest";
import type { PlacedLayer } from "@/client/renderer/mount-renderer";
import { offerSeldomLayers } from "@/client/renderer/seldom-layers";
import { createStore } from "@/core/base/store";
import { FakeClock } from "../../../support/fake-clock";
import { FakeScene } from "./fake-scene";
import { FakePresence } from "./fakes";

function offered() {
  const scene = new FakeScene();
  const presence = new FakePresence();
  const lateLayers = createStore<readonly PlacedLayer[]>([]);
  const clock = new FakeClock();
  const withdraw = offerSeldomLayers({ scene, presence, clock, lateLayers });
  onTestFinished(withdraw);
  const names = () => lateLayers.get().map(({ name }) => name);
  return { scene, presence, names, withdraw };
}

it("adds the layer of carets, once, when somebody begins to type", async () => {
  const { presence, names } = offered();
  presence.cursor({});
  presence.caret({});
  presence.caret({ head: 1 });
  await vi.waitFor(() => expect(names()).toEqual(["carets"]));
  presence.caret({ head: 2 });
  expect(names()).toEqual(["carets"]);
});

it("adds the layer of lasers for one's own and for another's", async () => {
  const own = offered();
  own.scene.laser.set({ colour: "#e03131", points: [] });
  await vi.waitFor(() => expect(own.names()).toEqual(["lasers"]));
  const others = offered();
  others.presence.trails = [{ colour: "#1971c2", points: [] }];
  others.presence.tell();
  await vi.waitFor(() => expect(others.names()).toEqual(["lasers"]));
});

it("adds nothing to a board that has been closed meanwhile", async () => {
  const { presence, names, withdraw } = offered();
  presence.caret({});
  withdraw();
  await import("@/client/renderer/caret-layer");
  expect(names()).toEqual([]);
});
