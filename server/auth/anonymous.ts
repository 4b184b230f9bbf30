import { asUserId, type UserId } from "@/core/base/ids";
import { randomId, type Random } from "@/core/base/random";

const PREFIX = "anonymous-";

/** Somebody whom no cookie names: a person of their own for as long as their connection lives. */
export const anonymousUser = (random: Random): UserId =>
  asUserId(`${PREFIX}${randomId(random)}`);

export const isAnonymous = (user: UserId): boolean => user.startsWith(PREFIX);
