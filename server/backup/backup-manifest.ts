import * as z from "zod";

/** The last file of a backup: one without it was cut off. */
export const MANIFEST = "backup.json";

/** Names of a backup's files are relative paths; no part of one begins with a dot. */
const FILE_NAME = /^[^./\\][^/\\]*(\/[^./\\][^/\\]*)*$/;

const manifest = z.object({
  /** The version of this format. */
  format: z.literal(1, {
    error: "it was made by a newer Boardwalk: restore it with that version",
  }),
  /** When it was made, such as `2026-03-01T12:00:00.000Z`. */
  createdAt: z.string(),
  files: z.array(
    z.object({
      name: z.string().regex(FILE_NAME),
      bytes: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** What a backup says of itself. */
export type BackupManifest = z.infer<typeof manifest>;

/** Reads a manifest. Throws an Error that says what is wrong with it. */
export function parseManifest(text: string): BackupManifest {
  const parsed = manifest.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues[0]?.message);
}

export const isBackupFileName = (name: string): boolean => FILE_NAME.test(name);
