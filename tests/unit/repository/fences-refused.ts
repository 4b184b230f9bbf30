interface Refused {
  /** Completes "The lint rules refuse …". */
  readonly why: string;
  readonly file: string;
  readonly code: string;
  /** The rule that must complain. */
  readonly rule: string;
}

const importing = (source: string) => `import "${source}";\n`;

/** Files that do not import what their folder may not: each has the source of one import. */
const PATHS: readonly [file: string, source: string][] = [
  ["core/base/upwards.ts", "../geometry/box"],
  ["core/geometry/upwards.ts", "../shapes/kinds/ink"],
  ["core/shapes/upwards.ts", "../board/board"],
  ["core/board/upwards.ts", "../protocol/message"],
  ["core/protocol/outwards.ts", "@/client/editor/editor"],
  ["client/outwards.ts", "@/components/board/board-view"],
  ["client/joining.ts", "./editor/editor"],
  ["client/editor/sideways.ts", "../tools/hand"],
  ["client/renderer/sideways.ts", "../editor/editor"],
  ["client/sync/sideways.ts", "../editor/editor"],
  ["client/tools/sideways.ts", "../renderer/scene"],
  ["client/transfer/sideways.ts", "../sync/provider"],
  ["client/editor/joining.ts", "../create-board-client"],
  ["client/sync/to-zod.ts", "@/core/protocol/client-control"],
  ["client/editor/to-server.ts", "@/server/storage/board-storage"],
  ["components/to-server.ts", "@/server/config"],
  ["components/to-app.ts", "@/app/b/[room]/page"],
  ["app/to-client.ts", "@/client/create-board-client"],
  ["app/to-core.ts", "@/core/board/board"],
  ["app/to-server.ts", "@/server/config"],
  ["server/to-client.ts", "@/client/create-board-client"],
  ["server/to-app.ts", "@/app/b/[room]/page"],
  ["server/to-adapter.ts", "./storage/memory-board-storage"],
  ["server/rooms/to-adapter.ts", "../storage/sqlite/sqlite-board-storage"],
  ["server/http/to-adapter.ts", "../storage/memory-board-storage"],
  ["server/auth/to-adapter.ts", "../storage/memory-board-storage"],
  ["server/limits/to-adapter.ts", "../cluster/local-cluster-bus"],
  ["server/rooms/to-main.ts", "../main"],
  ["server/commands/to-root.ts", "../command-line"],
  ["server/commands/to-adapter.ts", "../storage/sqlite/sqlite-board-storage"],
  ["server/storage/to-rooms.ts", "../rooms/room"],
  ["server/rooms/to-tests.ts", "@/tests/unit/board.test"],
  ["core/base/to-bench.ts", "@/bench/paint"],
  ["tests/unit/to-app.ts", "@/app/b/[room]/page"],
  ["tests/unit/to-bench.ts", "@/bench/paint"],
  ["bench/to-tests.ts", "@/tests/unit/board.test"],
];

/** Packages that are kept out of a folder. */
const PACKAGES: readonly [file: string, source: string][] = [
  ["core/base/with-yjs.ts", "yjs"],
  ["core/shapes/with-yjs.ts", "yjs"],
  ["client/editor/with-yjs.ts", "yjs"],
  ["client/renderer/with-protocols.ts", "y-protocols/sync"],
  ["components/with-yjs.ts", "yjs"],
  ["app/with-yjs.ts", "yjs"],
  ["server/http/with-yjs.ts", "yjs"],
  ["server/storage/with-yjs.ts", "yjs"],
  ["server/storage/sqlite/with-yjs.ts", "yjs"],
  ["core/board/with-react.ts", "react"],
  ["client/editor/with-react.ts", "react"],
  ["client/sync/with-react.ts", "react-dom/client"],
  ["server/http/with-react.ts", "react"],
  ["core/base/with-node.ts", "node:fs"],
  ["client/sync/with-node.ts", "node:crypto"],
  ["components/with-node.ts", "node:path"],
  ["server/rooms/with-timers.ts", "node:timers/promises"],
];

/** One line of code that no file of its folder may hold. */
const LINES: readonly [rule: string, file: string, code: string][] = [
  [
    "no-restricted-properties",
    "server/http/settings.ts",
    `export const a = process.env["A"];`,
  ],
  [
    "no-restricted-properties",
    "client/editor/settings.ts",
    `export const a = process.env["A"];`,
  ],
  [
    "no-restricted-imports",
    "server/http/environment.ts",
    `export { env } from "node:process";`,
  ],
  [
    "no-restricted-properties",
    "core/board/time.ts",
    `export const a = Date.now();`,
  ],
  [
    "no-restricted-properties",
    "core/base/other-time.ts",
    `export const a = Date.now();`,
  ],
  [
    "no-restricted-syntax",
    "server/rooms/date.ts",
    `export const a = new Date();`,
  ],
  [
    "no-restricted-properties",
    "client/tools/chance.ts",
    `export const a = Math.random();`,
  ],
  [
    "no-restricted-globals",
    "server/rooms/timeout.ts",
    `setTimeout(() => undefined, 1);`,
  ],
  [
    "no-restricted-globals",
    "client/sync/interval.ts",
    `setInterval(() => undefined, 1);`,
  ],
  ["no-restricted-globals", "components/clear.ts", `clearTimeout(1);`],
  [
    "no-restricted-globals",
    "components/window.ts",
    `window.setTimeout(() => undefined, 1);`,
  ],
  [
    "no-restricted-globals",
    "app/global.ts",
    `globalThis.setTimeout(() => undefined, 1);`,
  ],
  [
    "no-restricted-globals",
    "server/rooms/frame.ts",
    `requestAnimationFrame(() => undefined);`,
  ],
  [
    "no-restricted-syntax",
    "core/board/everything.ts",
    `export * from "./board";`,
  ],
  [
    "no-restricted-syntax",
    "tests/support/everything.ts",
    `export * from "vitest";`,
  ],
  [
    "no-restricted-syntax",
    "core/geometry/index.ts",
    `export { box } from "./box";`,
  ],
  ["no-restricted-syntax", "components/BoardView.tsx", `export const a = 1;`],
  ["no-restricted-syntax", "server/rooms/room_list.ts", `export const a = 1;`],
  [
    "no-restricted-syntax",
    "client/editor/late-yjs.ts",
    `export const a = () => import("yjs");`,
  ],
  [
    "boardwalk/alias-across-folders",
    "client/editor/relative.ts",
    `export { box } from "../../core/geometry/box";`,
  ],
  [
    "boardwalk/alias-across-folders",
    "core/board/alias.ts",
    `export { box } from "@/core/geometry/box";`,
  ],
  [
    "import-x/no-restricted-paths",
    "components/late.ts",
    `export const a = () => import("@/server/config");`,
  ],
  [
    "import-x/no-cycle",
    "core/board/chicken.ts",
    `import { egg } from "./egg";\nexport const chicken = () => egg;`,
  ],
  [
    "import-x/no-cycle",
    "core/board/egg.ts",
    `import { chicken } from "./chicken";\nexport const egg = () => chicken;`,
  ],
  [
    "import-x/no-cycle",
    "client/tools/far-chicken.ts",
    `import { egg } from "./far/egg";\nexport const chicken = () => egg;`,
  ],
  [
    "import-x/no-cycle",
    "client/tools/far/egg.ts",
    `import { chicken } from "../far-chicken";\nexport const egg = () => chicken;`,
  ],
  [
    "no-empty",
    "server/http/silent.ts",
    `try {\n  performance.now();\n} catch {}`,
  ],
  [
    "@typescript-eslint/no-explicit-any",
    "core/base/anything.ts",
    `export const a: any = 1;`,
  ],
  [
    "@typescript-eslint/ban-ts-comment",
    "core/base/ignored.ts",
    `// @ts-ignore\nexport const a = 1;`,
  ],
  [
    "@typescript-eslint/ban-ts-comment",
    "core/base/expected.ts",
    `// @ts-expect-error because it is so\nexport const a: string = 1;`,
  ],
  [
    "@typescript-eslint/consistent-type-imports",
    "core/board/inline-type.ts",
    `export type A = import("../geometry/box").A;`,
  ],
  [
    "@typescript-eslint/no-floating-promises",
    "server/http/floating.ts",
    `Promise.resolve();`,
  ],
  [
    "no-debugger",
    "client/editor/silenced.ts",
    `// eslint-disable-next-line\ndebugger;`,
  ],
  [
    "no-warning-comments",
    "core/base/later.ts",
    `// TODO: later\nexport const a = 1;`,
  ],
];

/** What would let a test that fails go by unseen; all of them are refused by `no-restricted-properties`. */
const TEST_ESCAPES: readonly [name: string, code: string][] = [
  ["skip", `test.skip("a", () => undefined);`],
  ["skip-if", `test.skipIf(true)("a", () => undefined);`],
  ["only", `test.only("a", () => undefined);`],
  ["only-describe", `describe.only("a", () => undefined);`],
  ["fixme", `test.describe.fixme("a", () => undefined);`],
  ["todo", `test.todo("a");`],
  ["wait", `await page.waitForTimeout(1000);`],
];

export const refused: readonly Refused[] = [
  ...PATHS.map(([file, source]) => ({
    why: source,
    file,
    code: importing(source),
    rule: "import-x/no-restricted-paths",
  })),
  ...PACKAGES.map(([file, source]) => ({
    why: source,
    file,
    code: importing(source),
    rule: "no-restricted-imports",
  })),
  ...LINES.map(([rule, file, code]) => ({
    why: code.replaceAll("\n", " "),
    file,
    code: `${code}\n`,
    rule,
  })),
  ...TEST_ESCAPES.map(([name, code]) => ({
    why: code,
    file: `tests/e2e/${name}.spec.ts`,
    code: `${code}\n`,
    rule: "no-restricted-properties",
  })),
];
