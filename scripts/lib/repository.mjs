import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json, wherever the script was started from. */
export const root = path.resolve(fileURLToPath(import.meta.url), "../../..");

/**
 * The absolute path of a file or folder of the repository.
 *
 * @param {...string} parts
 */
export function inRepository(...parts) {
  return path.join(root, ...parts);
}
