import type { UserId } from "@/core/base/ids";
import { MAX_CONNECTIONS_PER_USER } from "@/core/protocol/limits";
import { OpenQuota } from "./open-quota";

/** How many sockets each person has open, over all rooms. */
export class ConnectionQuota extends OpenQuota<UserId> {
  constructor() {
    super(MAX_CONNECTIONS_PER_USER);
  }
}
