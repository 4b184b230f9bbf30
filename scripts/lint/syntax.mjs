/** @import { Linter } from "eslint" */

const RE_EXPORT_ALL = {
  selector: "ExportAllDeclaration",
  message: "Name what is exported, so that a reader can find where it is from.",
};

const CURRENT_DATE = {
  selector:
    ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
  message: "Take a Clock (core/base/clock.ts).",
};

/** `no-restricted-imports` does not look at these. */
const LATE_PACKAGE = {
  selector: "ImportExpression[source.value=/^(yjs|y-|react)/]",
  message: "Import it at the top, where the fences between folders are.",
};

/**
 * @param {string} message
 * @returns {Linter.RulesRecord} Refuses a file whatever is in it.
 */
function refuseFile(message) {
  return {
    "no-restricted-syntax": ["error", { selector: "Program", message }],
  };
}

const TEST_ESCAPES = [
  "skip",
  "skipIf",
  "runIf",
  "only",
  "todo",
  "fixme",
  "fails",
].map((property) => ({
  property,
  message: "A test that is there is run, and passes.",
}));

const CLOCK_WAIT = {
  property: "waitForTimeout",
  message: "Wait for something that can be seen.",
};

/** @type {Linter.Config[]} */
export const syntaxFences = [
  {
    files: ["**/*.{ts,tsx,mjs}"],
    rules: { "no-restricted-syntax": ["error", RE_EXPORT_ALL] },
  },
  {
    files: ["{core,client,components,app,server}/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        RE_EXPORT_ALL,
        CURRENT_DATE,
        LATE_PACKAGE,
      ],
    },
  },
  {
    files: ["tests/**"],
    rules: {
      "no-restricted-properties": ["error", ...TEST_ESCAPES, CLOCK_WAIT],
    },
  },
  {
    files: ["**/index.{ts,tsx,mjs}"],
    rules: refuseFile("No barrels: import a thing from the file it is in."),
  },
  {
    files: ["**/*[A-Z_]*.{ts,tsx,mjs}"],
    ignores: ["**/*.d.ts"],
    rules: refuseFile("File names are in kebab-case."),
  },
];
