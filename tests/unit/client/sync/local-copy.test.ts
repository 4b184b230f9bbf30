import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import * as indexedDocument from "@/client/sync/indexed-document";
import { LocalCopy, type DocumentStore } from "@/client/sync/local-copy";
import { RoomEpoch } from "@/client/sync/room-epoch";
import { WaitingLedger } from "@/client/sync/waiting-ledger";
import { asBoardId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { FakeClock } from "../../../support/fake-clock";
import { MapStorage } from "../../../support/map-storage";

let storage: MapStorage;
let pages: Page[];

/** One page's part in keeping the room. */
class Page {
  readonly doc = new Y.Doc();
  readonly clock = new FakeClock();
  readonly epoch: RoomEpoch;
  readonly ledger: WaitingLedger;
  readonly copy: LocalCopy;
  readonly loads: { waiting: number; isLate: boolean }[] = [];

  constructor(
    store: Promise<DocumentStore> = Promise.resolve(indexedDocument),
  ) {
    const room = asBoardId("plans");
    const kept = { room, basePath: "", storage };
    const random = seededRandom(pages.length);
    this.epoch = new RoomEpoch({ ...kept, random });
    this.ledger = new WaitingLedger({ ...kept, tab: `${pages.length}` });
    this.copy = new LocalCopy({
      doc: this.doc,
      room,
      epoch: this.epoch,
      ledger: this.ledger,
      clock: this.clock,
      loadStore: () => store,
      onLoaded: (waiting, isLate) => this.loads.push({ waiting, isLate }),
    });
    pages.push(this);
  }

  get shapes() {
    return this.doc.getMap("shapes").toJSON();
  }

  draw(key: string): void {
    this.doc.transact(() => this.doc.getMap("shapes").set(key, 1), "draw");
  }

  async until(state: "kept" | "failing"): Promise<void> {
    await vi.waitFor(() => expect(this.copy.state.get()).toBe(state));
  }

  /** Resolves once all that was written before is in the database. */
  async close(): Promise<void> {
    const { databases } = globalThis.indexedDB;
    this.copy.dispose();
    await databases.call(globalThis.indexedDB);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The rooms that are kept, with their epochs. */
async function keptNames(): Promise<(string | undefined)[]> {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  return names.filter((name) => name?.includes("/"));
}

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
  storage = new MapStorage();
  pages = [];
});

afterEach(async () => {
  for (const page of pages) await page.close();
  vi.unstubAllGlobals();
});

describe("a room that this browser has seen", () => {
  test("is there after a reload, with the number of changes that wait", async () => {
    const before = new Page();
    before.epoch.welcomed("e1", 1);
    before.draw("a");
    await before.until("kept");
    before.ledger.note(1);
    await before.close();

    const after = new Page();
    await after.copy.load();
    expect(after.shapes).toEqual({ a: 1 });
    expect(after.loads).toEqual([{ waiting: 1, isLate: false }]);
    expect(await keptNames()).toEqual(["plans/e1"]);
  });

  test("is not waited for longer than 1 s, and what comes then is late", async () => {
    const before = new Page();
    before.epoch.welcomed("e1", 1);
    before.draw("a");
    await before.until("kept");
    await before.close();

    let open: (store: DocumentStore) => void = () => {};
    const after = new Page(new Promise((resolve) => (open = resolve)));
    const loading = after.copy.load();
    after.clock.advance(1_000);
    await loading;
    expect(after.shapes).toEqual({});
    open(indexedDocument);
    await after.until("kept");
    expect(after.shapes).toEqual({ a: 1 });
    expect(after.loads).toEqual([{ waiting: 0, isLate: true }]);
  });

  test("holds the work of two tabs that never met", async () => {
    const ada = new Page();
    const ben = new Page();
    for (const page of [ada, ben]) page.epoch.welcomed("e1", 1);
    ada.draw("a");
    await ada.until("kept");
    ben.draw("b");
    await ben.until("kept");
    ada.ledger.note(1);
    ben.ledger.note(1);
    await ada.close();
    await ben.close();
    const next = new Page();
    await next.copy.load();
    expect(next.shapes).toEqual({ a: 1, b: 1 });
    expect(next.loads).toEqual([{ waiting: 2, isLate: false }]);
  });
});

describe("a room that this browser has not seen", () => {
  test("keeps nobody waiting, and nothing", async () => {
    await new Page().copy.load();
    expect(await keptNames()).toEqual([]);
  });

  test("is kept once others have drawn in it, and not before", async () => {
    const page = new Page();
    await page.copy.load();
    page.epoch.welcomed("e1", 1);
    expect(await keptNames()).toEqual([]);
    const other = new Y.Doc();
    other.getMap("shapes").set("b", 1);
    Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(other), "server");
    await page.until("kept");
    expect(await keptNames()).toEqual(["plans/e1"]);
  });

  test("is kept from the first change on", async () => {
    const before = new Page();
    await before.copy.load();
    before.draw("a");
    await before.until("kept");
    before.draw("b");
    await before.close();
    const after = new Page();
    await after.copy.load();
    expect(after.shapes).toEqual({ a: 1, b: 1 });
  });

  test("moves to the epoch that the server tells", async () => {
    const page = new Page();
    page.draw("a");
    await page.until("kept");
    page.epoch.disown();
    page.epoch.welcomed("e1", 4);
    await vi.waitFor(async () =>
      expect(await keptNames()).toEqual(["plans/e1"]),
    );
    await page.close();
    const after = new Page();
    await after.copy.load();
    expect(after.shapes).toEqual({ a: 1 });
  });

  test("is not kept for what only others have drawn before the server has told of it", async () => {
    const page = new Page();
    const other = new Y.Doc();
    other.getMap("shapes").set("b", 1);
    Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(other), "server");
    expect(page.epoch.current.get()).toBeUndefined();
  });
});

describe("a browser that keeps nothing", () => {
  test("says so at the first change, and lets the page begin at once", async () => {
    const page = new Page(Promise.reject(new Error("no code")));
    await page.copy.load();
    page.draw("a");
    await page.until("failing");
    page.ledger.note(1);
    expect(
      [...Array(storage.length).keys()].map((i) => storage.key(i)),
    ).toEqual(["boardwalk.epoch/plans"]);
  });

  test("is asked again after 30 s, and then keeps all of it", async () => {
    const factory = indexedDB;
    vi.stubGlobal("indexedDB", new FailingFactory());
    const page = new Page();
    page.epoch.welcomed("e1", 1);
    page.draw("a");
    await page.until("failing");
    vi.stubGlobal("indexedDB", factory);
    page.clock.advance(30_000);
    await page.until("kept");
    await page.close();
    const after = new Page();
    await after.copy.load();
    expect(after.shapes).toEqual({ a: 1 });
  });

  test("has no room left for a change: what is drawn waits in the page alone", async () => {
    const page = new Page();
    page.epoch.welcomed("e1", 1);
    page.draw("a");
    await page.until("kept");
    // What a browser does that is short of room.
    indexedDB.deleteDatabase("plans/e1");
    await page.until("failing");
    page.draw("b");
    expect(page.shapes).toEqual({ a: 1, b: 1 });
  });
});

test("a page that was left keeps no timer", async () => {
  const page = new Page(Promise.reject(new Error("no code")));
  await page.copy.load();
  page.draw("a");
  await page.until("failing");
  await page.close();
  expect(page.clock.pending).toBe(0);
});

/** Refuses to open, as a browser in a private window may. */
class FailingFactory extends IDBFactory {
  override open(): never {
    throw new DOMException("no", "InvalidStateError");
  }
}

describe("a copy that is given up", () => {
  async function keptPage(changes: Partial<DocumentStore> = {}) {
    const page = new Page(Promise.resolve({ ...indexedDocument, ...changes }));
    page.epoch.welcomed("e1", 1);
    page.draw("a");
    await page.until("kept");
    return page;
  }

  test("is gone before its page goes on", async () => {
    const page = await keptPage();
    await page.copy.discard();
    expect(await keptNames()).toEqual([]);
    page.draw("b");
    const next = new Page();
    await next.copy.load();
    expect(next.shapes).toEqual({});
  });

  test("is waited for until the database lets go of it", async () => {
    let remove = () => {};
    const page = await keptPage({
      removeDocument: () => new Promise((resolve) => (remove = resolve)),
    });
    let isGone = false;
    const discarding = page.copy.discard().then(() => (isGone = true));
    await new Promise((resolve) => setTimeout(resolve));
    expect(isGone).toBe(false);
    remove();
    await discarding;
  });

  test("holds its page up for 3 s at most", async () => {
    const page = await keptPage({
      removeDocument: () => new Promise(() => {}),
    });
    const discarding = page.copy.discard();
    page.clock.advance(3_000);
    await discarding;
  });
});
