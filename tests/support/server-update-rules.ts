import type { Admits, UpdateRules } from "@/server/rooms/guard/update-rules";

/**
 * Rules that judge nobody.
 *
 * @param known How far the document reaches for a client. Default: nowhere.
 */
export const rules = (
  admits: Admits = "everything",
  known: (client: number) => number = () => 0,
): UpdateRules => ({
  ruleFor: (client) => ({ known: known(client), admits }),
  buries: () => false,
});
