import { AccessApi, type Answer } from "@/client/access/access-api";
import type { Arrival } from "@/client/access/arrival";
import { browserStorage } from "@/client/browser";
import { ProfileStore } from "@/client/profile";
import type { BoardId } from "@/core/base/ids";
import { systemRandom } from "@/core/base/random";
import { BASE_PATH } from "../base-path";

/** Takes what the page's address brought along. Takes it out of the address, unless the server could not be asked. */
export async function arrive(room: BoardId, arrival: Arrival): Promise<Answer> {
  const api = new AccessApi({
    room,
    basePath: BASE_PATH,
    fetch: (path, request) => fetch(path, request),
  });
  const { name } = new ProfileStore(browserStorage(), systemRandom).state.get();
  const answer =
    arrival.kind === "invite"
      ? await api.redeemInvite(arrival.token, name)
      : await api.continueAs(arrival.token);
  if (answer === "done" || answer === "refused") forgetArrival();
  return answer;
}

/** A secret is not to be kept in the history, nor copied with the address. */
export function forgetArrival(): void {
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, "", pathname + search);
}
