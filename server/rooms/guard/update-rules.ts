import type { StructReader } from "@/core/protocol/struct-reader";

/**
 * What a sender may bring under one client id: `everything` under their own; under that of somebody who is away only `content`,
 * which is what it says and costs about as much as it says; `nothing` under that of somebody who is here to say it themselves.
 */
export type Admits = "everything" | "content" | "nothing";

export interface SectionRule {
  /** Up to this clock the document has all of the client's structs: those are not judged, since they change nothing. */
  readonly known: number;
  readonly admits: Admits;
}

/** Decides what of an update is taken in. */
export interface UpdateRules {
  ruleFor(client: number): SectionRule;
  /** Whether a struct would take the place of an entry that nobody may delete. */
  buries(struct: StructReader): boolean;
}
