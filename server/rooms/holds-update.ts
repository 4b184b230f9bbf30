import * as Y from "yjs";
import { checkInSteps } from "./guard/checked-update";
import { isDeleted } from "./guard/deletions";

/**
 * Whether everything that an update brings and deletes is so in the document already: then it is none, whatever its size. The answer
 * to a step 1 always holds all deletions. Stops now and then. Throws a ProtocolError for one that cannot be read.
 */
export function* holdsUpdate(
  doc: Y.Doc,
  update: Uint8Array,
): Generator<undefined, boolean> {
  const known = (client: number) => Y.getState(doc.store, client);
  const { sections, deletes } = yield* checkInSteps(update, {
    ruleFor: (client) => ({ known: known(client), admits: "nothing" }),
    buries: () => false,
  });
  for (const { client, claimedEnd } of sections)
    if (claimedEnd > known(client)) return false;
  return yield* isDeleted(doc, deletes);
}
