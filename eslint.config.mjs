import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { aliasAcrossFolders } from "./scripts/lint/alias-across-folders.mjs";
import { globalFences } from "./scripts/lint/globals.mjs";
import { importZones } from "./scripts/lint/import-zones.mjs";
import { packageFences } from "./scripts/lint/packages.mjs";
import { syntaxFences } from "./scripts/lint/syntax.mjs";

const root = import.meta.dirname;

export default defineConfig(
  {
    ignores: ["dist/", ".next*/", "public/", "test-results/", "next-env.d.ts"],
  },
  {
    // A fence that a comment can open is none.
    linterOptions: { noInlineConfig: true },
    languageOptions: {
      globals: { window: "readonly", self: "readonly", global: "readonly" },
      parserOptions: { project: "tsconfig.lint.json", tsconfigRootDir: root },
    },
  },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    rules: {
      // TypeScript itself looks after these.
      "no-undef": "off",
      "no-fallthrough": "off",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      // Yjs leaves the toString of its texts out of its types.
      "@typescript-eslint/no-base-to-string": [
        "error",
        { ignoredTypeNames: ["YText"] },
      ],
      // An adapter in memory is as asynchronous as its interface, without ever waiting.
      "@typescript-eslint/require-await": "off",
      // It takes every method of an interface for one that needs `this`: no store could be subscribed to.
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["tests/**", "bench/**", "**/*.mjs"],
    rules: {
      // Reports and answers are looked into as they come.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // How a fixture of Playwright says that it needs no other.
      "no-empty-pattern": ["error", { allowObjectPatternsAsParameters: true }],
    },
  },
  {
    files: ["**/*.{ts,tsx,mjs}"],
    plugins: { "import-x": importX },
    settings: {
      // Without the parsers, no-cycle finds nothing.
      "import-x/parsers": { "@typescript-eslint/parser": [".ts", ".tsx"] },
      "import-x/resolver-next": [
        createTypeScriptImportResolver({
          project: `${root}/tsconfig.lint.json`,
        }),
      ],
    },
    rules: {
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-restricted-paths": [
        "error",
        { basePath: root, zones: importZones },
      ],
    },
  },
  {
    files: ["*/**/*.{ts,tsx,mjs}"],
    plugins: {
      boardwalk: { rules: { "alias-across-folders": aliasAcrossFolders } },
    },
    rules: { "boardwalk/alias-across-folders": "error" },
  },
  packageFences,
  globalFences,
  syntaxFences,
);
