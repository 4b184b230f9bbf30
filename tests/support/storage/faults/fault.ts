import { join } from "node:path";

/** What can be wrong with the disk that a faulty storage writes to. */
export type Fault =
  | "full"
  | "read-only"
  /** Each commit fails when it is to be made lasting. */
  | "cannot sync"
  /** Each commit fails after its first row. */
  | "half-way"
  /** Each commit is kept, and fails all the same. */
  | "kept, but told otherwise"
  /** Nothing fails and nothing ends. */
  | "silent";

/** The file that says what is wrong; nothing while it is not there. */
export const faultFile = (dataDir: string) => join(dataDir, "fault");
