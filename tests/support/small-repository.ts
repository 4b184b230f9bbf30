import { cpSync, mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const RULES = [
  "eslint.config.mjs",
  "package.json",
  "scripts",
  "tsconfig.base.json",
  "tsconfig.lint.json",
];

/** A folder outside the repository to which the repository's own lint rules apply. */
export class SmallRepository {
  // Resolved, because a temporary folder may itself be reached through a link.
  readonly root = realpathSync(mkdtempSync(path.join(tmpdir(), "fences-")));

  constructor() {
    for (const rule of RULES)
      cpSync(path.join(ROOT, rule), path.join(this.root, rule), {
        recursive: true,
      });
    symlinkSync(
      path.join(ROOT, "node_modules"),
      path.join(this.root, "node_modules"),
      "junction",
    );
  }

  /** Writes a file, and the folders above it. */
  write(file: string, content: string): void {
    const target = path.join(this.root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
