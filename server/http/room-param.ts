import { zValidator } from "@hono/zod-validator";
import * as z from "zod";
import { parseBoardId } from "@/core/protocol/room-name";
import { fail } from "./api-errors";

const schema = z.object({
  room: z.string().transform((name, context) => {
    const id = parseBoardId(name);
    if (id) return id;
    context.addIssue({ code: "custom", message: "not a room name" });
    return z.NEVER;
  }),
});

/** Checks the `:room` of a path. */
export const roomParam = zValidator("param", schema, (result, c) =>
  result.success
    ? undefined
    : fail(
        c,
        "BAD_ROOM_NAME",
        "A room's name has 3 to 64 small letters, digits and dashes.",
      ),
);
