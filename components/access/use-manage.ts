import { useState } from "react";
import type { ManageOutcome } from "@/client/access/access";
import type { BoardClient } from "@/client/create-board-client";
import type { AccessAction } from "@/core/protocol/access";

export type ManageFailure = Exclude<ManageOutcome, { isDone: true }>["code"];

/** What an owner asks for, from one part of the page. */
export interface Manage {
  /** Asks, and resolves with what has come of it. Never rejects. */
  readonly manage: (action: AccessAction) => Promise<ManageOutcome>;
  /** Whether there is no answer yet. */
  readonly isBusy: boolean;
  /** Why the last thing was not done, until something else is asked for. */
  readonly failure: ManageFailure | undefined;
}

export function useManage({ access }: Pick<BoardClient, "access">): Manage {
  const [asked, setAsked] = useState(0);
  const [failure, setFailure] = useState<ManageFailure>();
  const manage = async (action: AccessAction) => {
    setAsked((count) => count + 1);
    setFailure(undefined);
    const outcome = await access.manage(action);
    setAsked((count) => count - 1);
    if (!outcome.isDone) setFailure(outcome.code);
    return outcome;
  };
  return { manage, isBusy: asked > 0, failure };
}
