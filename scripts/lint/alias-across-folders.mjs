import path from "node:path";
import { root } from "../lib/repository.mjs";

/**
 * @import { Rule } from "eslint"
 * @import { Expression } from "estree"
 */

/**
 * A file of the same top-level folder is imported by its relative path, one of another by `@/`: so an import says at a
 * glance whether it crosses a border. Scripts run without a compiler and cannot use the alias, so they are imported
 * by their relative path everywhere.
 *
 * @type {Rule.RuleModule}
 */
export const aliasAcrossFolders = {
  meta: {
    type: "suggestion",
    fixable: "code",
    schema: [],
    messages: { rename: "Import it as {{ specifier }}." },
  },
  create(context) {
    const file = slashed(path.relative(root, context.filename));

    /** @param {{ source?: Expression | null | undefined }} node */
    function check({ source }) {
      if (source?.type !== "Literal" || typeof source.value !== "string")
        return;
      const specifier = preferred(file, source.value);
      if (specifier === source.value) return;
      context.report({
        node: source,
        messageId: "rename",
        data: { specifier },
        fix: (fixer) => fixer.replaceText(source, JSON.stringify(specifier)),
      });
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ImportExpression: check,
    };
  },
};

/**
 * @param {string} file The importing file, from the root of the repository.
 * @param {string} specifier What it imports.
 * @returns {string} How it should be written.
 */
function preferred(file, specifier) {
  const folder = path.posix.dirname(file);
  if (specifier.startsWith("./") || specifier.startsWith("../")) {
    const target = path.posix.join(folder, specifier);
    const isAtHome = [topFolder(file), "scripts"].includes(topFolder(target));
    return isAtHome ? specifier : `@/${target}`;
  }
  if (!specifier.startsWith(`@/${topFolder(file)}/`)) return specifier;
  const relative = path.posix.relative(folder, specifier.slice("@/".length));
  return relative.startsWith("../") ? relative : `./${relative}`;
}

/** @param {string} file From the root of the repository. */
function topFolder(file) {
  return file.slice(0, file.indexOf("/"));
}

/** @param {string} file */
function slashed(file) {
  return file.replaceAll("\\", "/");
}
