import type { Admitted } from "@/server/access/standing";

/** That of everybody in a room about which nothing has been decided. */
export const MAY_DRAW: Admitted = {
  role: "editor",
  mayDraw: true,
  mayChat: true,
  isLocked: false,
  chat: "everyone",
  hasPen: false,
};
