import type { Migration } from "kysely";
import { boardsAndChat } from "./0001-boards-and-chat";
import { chatInFull } from "./0002-chat-in-full";
import { clientIds } from "./0003-client-ids";
import { access } from "./0004-access";

/**
 * Every migration by its name, which is also its place in the order. One that has been released is never changed:
 * what comes later is a migration of its own.
 */
export const allMigrations: Readonly<Record<string, Migration>> = {
  "0001-boards-and-chat": boardsAndChat,
  "0002-chat-in-full": chatInFull,
  "0003-client-ids": clientIds,
  "0004-access": access,
};
