/** Files that keep to the rules, one or more of every folder; the refused ones import them. */
export const allowed: readonly { file: string; code: string }[] = [
  {
    file: "core/base/clock.ts",
    code: `export const now = (): number => Date.now();\n`,
  },
  {
    file: "core/base/random.ts",
    code: `export const next = (): number => Math.random();\n`,
  },
  {
    file: "core/geometry/box.ts",
    code: `import { now } from "../base/clock";\nexport const box = now();\n`,
  },
  {
    file: "core/shapes/kinds/ink.ts",
    code: `import { box } from "../../geometry/box";\nexport const ink = box;\n`,
  },
  {
    file: "core/board/board.ts",
    code: `import { Doc } from "yjs";\nimport { ink } from "../shapes/kinds/ink";\nexport const board = { doc: new Doc(), ink };\n`,
  },
  {
    file: "core/protocol/message.ts",
    code: `import * as Y from "yjs";\nimport { board } from "../board/board";\nexport const message = Y.encodeStateAsUpdate(board.doc);\n`,
  },
  {
    file: "core/protocol/client-control.ts",
    code: `import * as z from "zod/mini";\nexport const schema = z.string();\n`,
  },
  {
    file: "client/editor/editor.ts",
    code: `import { board } from "@/core/board/board";\nexport const editor = { board };\nrequestAnimationFrame(() => editor);\n`,
  },
  {
    file: "client/tools/hand.ts",
    code: `import { editor } from "../editor/editor";\nexport const hand = editor;\n`,
  },
  {
    file: "client/transfer/import-file.ts",
    code: `import type { editor } from "../editor/editor";\nexport type Importer = typeof editor;\n`,
  },
  {
    file: "client/renderer/scene.ts",
    code: `import { box } from "@/core/geometry/box";\nexport const scene = box;\n`,
  },
  {
    file: "client/sync/provider.ts",
    code: `import { Awareness } from "y-protocols/awareness";\nimport { Doc } from "yjs";\nexport const awareness = new Awareness(new Doc());\n`,
  },
  {
    file: "client/create-board-client.ts",
    code: `import { editor } from "./editor/editor";\nimport { scene } from "./renderer/scene";\nimport { awareness } from "./sync/provider";\nimport { hand } from "./tools/hand";\nexport const client = { editor, scene, awareness, hand };\n`,
  },
  {
    file: "components/board/board-view.tsx",
    code: `import { useState } from "react";\nimport { client } from "@/client/create-board-client";\nexport function BoardView() {\n  const [shown] = useState(client);\n  requestAnimationFrame(() => shown);\n  return <canvas />;\n}\n`,
  },
  {
    file: "app/b/[room]/page.tsx",
    code: `import { BoardView } from "@/components/board/board-view";\nexport default function Page() {\n  return <BoardView />;\n}\n`,
  },
  {
    file: "server/config.ts",
    code: `export const port = Number(process.env["PORT"]);\n`,
  },
  {
    file: "server/storage/board-storage.ts",
    code: `export interface BoardStorage {\n  close(): void;\n}\n`,
  },
  {
    file: "server/storage/memory-board-storage.ts",
    code: `import type { BoardStorage } from "./board-storage";\nexport const memory: BoardStorage = { close: () => undefined };\n`,
  },
  {
    file: "server/storage/sqlite/sqlite-board-storage.ts",
    code: `import type { BoardStorage } from "../board-storage";\nexport const sqlite: BoardStorage = { close: () => undefined };\n`,
  },
  {
    file: "server/storage/sqlite/merge-updates.ts",
    code: `import { mergeUpdates } from "yjs";\nexport const merge = mergeUpdates;\n`,
  },
  {
    file: "server/cluster/cluster-bus.ts",
    code: `export interface ClusterBus {\n  close(): void;\n}\n`,
  },
  {
    file: "server/cluster/local-cluster-bus.ts",
    code: `import type { ClusterBus } from "./cluster-bus";\nexport const local: ClusterBus = { close: () => undefined };\n`,
  },
  {
    file: "server/rooms/room.ts",
    code: `import { Doc } from "yjs";\nimport { schema } from "@/core/protocol/client-control";\nimport { message } from "@/core/protocol/message";\nimport type { BoardStorage } from "../storage/board-storage";\nexport interface Room {\n  storage: BoardStorage;\n}\nexport const live = { doc: new Doc(), message, schema };\n`,
  },
  {
    file: "server/main.ts",
    code: `import { local } from "./cluster/local-cluster-bus";\nimport { port } from "./config";\nimport { live } from "./rooms/room";\nimport { sqlite } from "./storage/sqlite/sqlite-board-storage";\nexport const parts = [local, port, live, sqlite];\n`,
  },
  {
    file: "server/command-line.ts",
    code: `import { port } from "./config";\nimport { sqlite } from "./storage/sqlite/sqlite-board-storage";\nexport const parts = [port, sqlite];\n`,
  },
  {
    file: "tests/unit/board.test.ts",
    code: `import { expect, test } from "vitest";\nimport { board } from "@/core/board/board";\nimport { root } from "../../scripts/lib/repository.mjs";\ntest("is there", () => {\n  setTimeout(() => Date.now(), 1);\n  expect([board, root]).toHaveLength(2);\n});\n`,
  },
  {
    file: "bench/paint.ts",
    code: `import { scene } from "@/client/renderer/scene";\nexport const started = [scene, performance.now(), process.env["N"]];\n`,
  },
];
