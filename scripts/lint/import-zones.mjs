/**
 * @typedef {object} Zone As eslint-plugin-import-x's `no-restricted-paths` takes it.
 * @property {string | string[]} target Who imports.
 * @property {string | string[]} from What may not be imported.
 * @property {string[]} [except] What may be imported all the same, relative to `from`.
 * @property {string} message
 */

/**
 * Who may import whom, besides themselves and packages. What is not listed for a folder is closed to it, and a
 * folder inside another must satisfy both.
 *
 * @type {Record<string, readonly string[]>}
 */
const MAY_IMPORT = {
  core: [],
  "core/base": [],
  "core/geometry": ["core/base"],
  "core/shapes": ["core/base", "core/geometry"],
  "core/board": ["core/base", "core/geometry", "core/shapes"],
  client: ["core"],
  "client/access": ["core"],
  "client/editor": ["core"],
  "client/renderer": ["core"],
  "client/sync": ["core"],
  "client/tools": ["core", "client/editor"],
  "client/transfer": ["core", "client/editor"],
  "client/collaboration": [
    "core",
    "client/editor",
    "client/renderer",
    "client/sync",
  ],
  components: ["core", "client"],
  app: ["components"],
  server: ["core"],
  "server/storage": ["core", "server/metrics", "server/workers"],
  "server/workers": ["core"],
  "server/cluster": ["core", "server/metrics"],
  demo: ["core", "client"],
  tests: ["core", "client", "components", "server", "scripts", "demo"],
  bench: ["core", "client", "components", "server", "demo", "scripts"],
  scripts: [],
};

/** Where the server and the operator's command are put together. */
const SERVER_ROOTS = ["main", "command-line"];

/** The files that stand behind an interface of the server; named only by the roots. */
const ADAPTERS = [
  "server/{storage,cluster}/*/**",
  "server/{storage,cluster}/{local,memory,postgres,redis,sqlite}-*",
];

/** @type {readonly Zone[]} */
export const importZones = [
  ...Object.entries(MAY_IMPORT).map(([folder, others]) => ({
    target: folder,
    from: ".",
    except: [folder, ...others, "node_modules"],
    message: `Of this repository, ${folder}/ may import only ${["itself", ...others].join(", ")}.`,
  })),
  {
    target: "client/!(create-board-client|local-board|offer-hook).ts",
    from: "client/*/**",
    message:
      "Only create-board-client, local-board and offer-hook join the parts of client/.",
  },
  {
    target: [
      "server/!(storage|cluster)/**",
      `server/!(${SERVER_ROOTS.join("|")}).ts`,
    ],
    from: ADAPTERS,
    message:
      "Take the interface; only server/main.ts and server/command-line.ts choose an adapter.",
  },
  {
    target: ["client", "components"],
    from: "core/protocol/client-control.ts",
    message: "Only the server reads what members send: the pages load no zod.",
  },
  {
    target: "server/*/**",
    from: SERVER_ROOTS.map((root) => `server/${root}.ts`),
    message: "The parts of the server know nothing of what joins them.",
  },
];
