import type { AccessAction } from "@/core/protocol/access";
import { encodeControl } from "@/core/protocol/control-codec";
import type { ClientControl } from "@/core/protocol/control-message";
import { PROTOCOL_VERSION, SUBPROTOCOL } from "@/core/protocol/message-type";
import type { Person } from "./person";

const HELLO: ClientControl = {
  kind: "hello",
  protocol: PROTOCOL_VERSION,
  name: "Somebody",
  clientId: 1,
};

/** What an owner decides, said over a socket of its own, as another program of theirs would. Resolves with the token of a new invite. */
export async function decide(
  owner: Person,
  action: AccessAction,
): Promise<string | undefined> {
  const said = [HELLO, { kind: "manage", n: 1, action }] as const;
  const answer = await askServer(owner, said, ["managed", "error"]);
  if (answer["kind"] !== "managed") throw new Error(JSON.stringify(answer));
  return answer["token"];
}

/** Who the server takes somebody for. */
export async function userOf(person: Person): Promise<string> {
  const { user } = await askServer(person, [HELLO], ["welcome"]);
  return user!;
}

/** Says something to the server in the room of a person's page, as that person, and resolves with the first answer of these kinds. */
async function askServer(
  { page }: Person,
  said: readonly ClientControl[],
  kinds: readonly string[],
): Promise<Record<string, string | undefined>> {
  const messages = said.map((message) => [...encodeControl(message)]);
  const json = await page.evaluate(
    ({ messages, protocol, kinds }) =>
      new Promise<string>((resolve, reject) => {
        const { host, pathname } = window.location;
        const room = pathname.split("/").at(-1);
        const socket = new WebSocket(`ws://${host}/sync/${room}`, protocol);
        socket.binaryType = "arraybuffer";
        socket.onopen = () => {
          for (const bytes of messages) socket.send(Uint8Array.from(bytes));
        };
        socket.onclose = ({ reason }) => reject(new Error(reason));
        socket.onmessage = ({ data }) => {
          const text = new TextDecoder().decode(data as ArrayBuffer);
          if (!kinds.some((kind) => text.includes(`{"kind":"${kind}"`))) return;
          socket.onclose = null;
          socket.close();
          resolve(text.slice(text.indexOf("{")));
        };
      }),
    { messages, protocol: SUBPROTOCOL, kinds },
  );
  return JSON.parse(json) as Record<string, string>;
}
