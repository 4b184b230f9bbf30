import { describe, expect, test } from "vitest";
import { asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { MAX_NEW_CLIENT_IDS } from "@/core/protocol/limits";
import { anonymousUser } from "@/server/auth/anonymous";
import { ClientIds, type Speaker } from "@/server/rooms/guard/client-ids";

const SERVER = 99;

const speaker = (name: string): Speaker => ({ user: asUserId(name) });
const nobody = (): Speaker => ({ user: anonymousUser(seededRandom(1)) });

function clientIds(stored: [number, string][] = []) {
  const doubted: Speaker[] = [];
  const ids = new ClientIds({
    stored: stored.map(([client, user]) => [client, asUserId(user)]),
    reserved: () => SERVER,
    doubt: (holder) => doubted.push(holder),
  });
  return { ids, doubted };
}

describe("ClientIds", () => {
  test("an id belongs to the person who first used it, in all of their connections", () => {
    const { ids } = clientIds([[1, "ada"]]);

    expect(ids.claim(speaker("ada"), 1)).toBe(true);
    expect(ids.claim(speaker("ada"), 1)).toBe(true);
    expect(ids.claim(speaker("ben"), 1)).toBe(false);
    expect(ids.claim(speaker("ben"), 2)).toBe(true);
    expect(ids.claim(speaker("ada"), 2)).toBe(false);
    expect(ids.ownerOf(2)).toBe("ben");
  });

  test("the server's is nobody else's", () => {
    const { ids } = clientIds();

    expect(ids.claim(speaker("ada"), SERVER)).toBe(false);
    expect(ids.ownerOf(SERVER)).toBeUndefined();
  });

  test("one connection is the first to use a few ids at most, and its own as often as it likes", () => {
    const { ids } = clientIds([[1_000, "ada"]]);
    const ada = speaker("ada");

    const claims = Array.from({ length: 20 }, (_, id) => ids.claim(ada, id));

    expect(claims.filter(Boolean)).toHaveLength(MAX_NEW_CLIENT_IDS);
    expect(ids.mayClaim(ada)).toBe(false);
    expect(ids.claim(ada, 1_000)).toBe(true);
    expect(ids.claim(ada, 0)).toBe(true);
    expect(ids.mayClaim(speaker("ada"))).toBe(true);
  });

  test("an id is remembered when something has been drawn under it, and else forgotten with the connection", () => {
    const { ids } = clientIds();
    const ada = speaker("ada");
    ids.claim(ada, 1);
    ids.claim(ada, 2);

    expect(ids.draw(1)).toBe(true);
    expect(ids.draw(1)).toBe(false);
    ids.leave(ada);

    expect(ids.ownerOf(1)).toBe("ada");
    expect(ids.ownerOf(2)).toBeUndefined();
  });

  test("an id of one without a cookie is free when their connection ends, and is not stored", () => {
    const { ids } = clientIds();
    const guest = nobody();
    ids.claim(guest, 1);

    expect(ids.draw(1)).toBe(false);
    expect(ids.claim(speaker("ben"), 1)).toBe(false);
    ids.leave(guest);

    expect(ids.claim(speaker("ben"), 1)).toBe(true);
  });

  test("an id is in use while somebody is here who has told all that they had", () => {
    const { ids, doubted } = clientIds();
    const [first, second] = [speaker("ada"), speaker("ada")];
    ids.claim(first, 1);
    expect(ids.isInUse(1)).toBe(false);

    ids.settle(first);
    ids.claim(second, 1);
    ids.settle(second);
    ids.doubt(1);
    expect(doubted).toEqual([first, second]);
    ids.leave(first);

    expect(ids.isInUse(1)).toBe(true);
    ids.leave(second);
    expect(ids.isInUse(1)).toBe(false);
  });

  test("tells when somebody has come to own an id, and when a connection has left", () => {
    const { ids } = clientIds();
    const ada = speaker("ada");
    let told = 0;
    ids.onChanged(() => (told += 1));

    ids.claim(ada, 1);
    ids.claim(ada, 1);
    expect(told).toBe(1);
    ids.leave(ada);
    ids.leave(ada);

    expect(told).toBe(2);
    expect(ids.changes).toBe(2);
  });
});
