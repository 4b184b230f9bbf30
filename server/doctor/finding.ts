/** What a check has found out: one sentence, which says what to do unless all is well. */
export interface Finding {
  readonly state: "ok" | "advice" | "bad";
  readonly text: string;
}

/** One thing that may be wrong. */
export interface Check {
  readonly name: string;
  /** A rejection is a finding, too: a bad one. */
  run(): Finding | Promise<Finding>;
}

export const ok = (text: string): Finding => ({ state: "ok", text });
export const advice = (text: string): Finding => ({ state: "advice", text });
export const bad = (text: string): Finding => ({ state: "bad", text });
