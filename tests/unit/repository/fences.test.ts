import { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SmallRepository } from "../../support/small-repository";
import { allowed } from "./fences-allowed";
import { refused } from "./fences-refused";

/** Milliseconds: all of the rules, types included, over a hundred files. */
const LINT_TIMEOUT = 120_000;

describe("the lint rules", () => {
  const repository = new SmallRepository();
  const findings = new Map<string, string[]>();

  beforeAll(async () => {
    for (const { file, code } of [...allowed, ...refused])
      repository.write(file, code);
    // All at once: the types of the whole folder are then worked out only once.
    const eslint = new ESLint({ cwd: repository.root });
    for (const { filePath, messages } of await eslint.lintFiles(["."])) {
      const file = filePath.slice(repository.root.length + 1);
      findings.set(
        file.replaceAll("\\", "/"),
        messages.map(({ ruleId, message }) => ruleId ?? message),
      );
    }
  }, LINT_TIMEOUT);
  afterAll(() => repository.remove());

  test.each(refused)("refuse $why ($file)", ({ file, rule }) => {
    expect(findings.get(file)).toContain(rule);
  });

  test.each(allowed)("allow $file what it needs", ({ file }) => {
    expect(findings.get(file)).toEqual([]);
  });
});
