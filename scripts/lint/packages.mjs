/** @import { Linter } from "eslint" */

const YJS = {
  group: ["yjs", "yjs/*", "y-protocols", "y-protocols/*", "y-websocket"],
  message:
    "Yjs is the business of core/board, core/protocol, client/sync and server/rooms.",
};

const REACT = {
  group: [
    "react",
    "react/*",
    "react-dom",
    "react-dom/*",
    "radix-ui",
    "lucide-react",
    "sonner",
    "use-intl",
    "use-intl/*",
  ],
  message: "React is the business of components/ and app/.",
};

const NODE = {
  group: ["node:*"],
  message: "This runs in browsers too, which have no Node modules.",
};

/** The modules that hold what is banned as a global. */
const BACK_DOORS = [
  { name: "node:timers", message: "Take a Clock." },
  { name: "node:timers/promises", message: "Take a Clock." },
  {
    name: "node:process",
    importNames: ["env"],
    message: "Settings are read in server/config.ts.",
  },
];

/** Which packages each folder may not import. A later entry replaces the earlier ones for its files. */
const RESTRICTIONS = [
  { files: ["core/**", "client/**"], groups: [YJS, REACT, NODE] },
  {
    files: ["core/board/**", "core/protocol/**", "client/sync/**"],
    groups: [REACT, NODE],
  },
  { files: ["components/**", "app/**"], groups: [YJS, NODE] },
  { files: ["server/**"], groups: [YJS, REACT] },
  {
    files: ["server/rooms/**", "server/storage/**/merge-updates.ts"],
    groups: [REACT],
  },
  // A turn of the event loop is no time: it passes whatever a clock says.
  {
    files: ["server/rooms/slices/turns.ts"],
    groups: [YJS, REACT],
    paths: BACK_DOORS.filter(({ name }) => name !== "node:timers/promises"),
  },
];

/** @type {Linter.Config[]} */
export const packageFences = RESTRICTIONS.map(
  ({ files, groups, paths = BACK_DOORS }) => ({
    files,
    rules: {
      "no-restricted-imports": ["error", { paths, patterns: groups }],
    },
  }),
);
