import type * as Y from "yjs";
import type { AccessAction } from "@/core/protocol/access";
import { RawClient } from "./raw-client";
import { startServer, type TestServer } from "./server";
import { openTestStorage } from "./storage/open-test-storage";
import { temporaryFolder } from "./storage/temporary-folder";
import { visitor, type Visitor } from "./visitor";

/** A room with an owner, and whoever else is to come, over real sockets. */
export class ManagedRoom {
  readonly owner: Person;
  readonly #dataDir: string;
  #server: TestServer;

  private constructor(server: TestServer, owner: Person, dataDir: string) {
    this.#server = server;
    this.owner = owner;
    this.#dataDir = dataDir;
  }

  /** Opens a room in which Ada has drawn "first", and which is hers. */
  static async open(): Promise<ManagedRoom> {
    const dataDir = await temporaryFolder();
    const storage = await openTestStorage(dataDir);
    const server = await startServer({ storage });
    const owner = await enter(server, "Ada");
    owner.draw("first");
    await owner.client.saved();
    await owner.client.until(() => owner.client.last("role")?.role === "owner");
    return new ManagedRoom(server, owner, dataDir);
  }

  get server(): TestServer {
    return this.#server;
  }

  /** Ends the server, and starts another one on the same data and port. Whoever was there has to join again. */
  async restart(): Promise<void> {
    const { port } = this.#server.server;
    await this.#server.stop();
    const storage = await openTestStorage(this.#dataDir);
    this.#server = await startServer({ storage, config: { port } });
  }

  /** Somebody comes in by the room's link, as a person of their own unless they are `who`. */
  join(name: string, who?: Visitor): Promise<Person> {
    return enter(this.server, name, who);
  }

  /** Knocks at the room's door, and resolves with how that ends. */
  async refusalOf(who: Visitor): Promise<string> {
    const client = new RawClient(`${this.server.syncUrl}/plans`, {
      headers: who.headers,
    });
    const { code, reason } = await client.whenClosed();
    return `${code} ${reason}`;
  }

  /** What is drawn, as the owner sees it once all that they were sent is there. */
  async drawn(): Promise<string[]> {
    await this.owner.client.saved();
    return Object.keys(shapesOf(this.owner.client.doc).toJSON()).sort();
  }

  post(path: string, body: unknown, who: Visitor): Promise<Response> {
    return fetch(`${this.server.url}/api/${path}`, {
      method: "POST",
      headers: { ...who.headers, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }
}

/** One who is in the room. */
export class Person {
  readonly client: RawClient;
  readonly who: Visitor;
  #asked = 0;
  #said = 0;

  constructor(client: RawClient, who: Visitor) {
    this.client = client;
    this.who = who;
  }

  get user(): string {
    return this.who.user;
  }

  /** Puts a shape of that name onto the board. */
  draw(name: string): void {
    shapesOf(this.client.doc).set(name, 1);
  }

  /** Resolves with "saved", or with why what was drawn is not. */
  async saving(): Promise<string> {
    const { client } = this;
    const n = client.barrier();
    const answer = () =>
      client.all("saved").some((one) => one.n === n)
        ? "saved"
        : client.all("unsaved").find((one) => one.n === n)?.code;
    await client.until(() => answer() !== undefined);
    return answer()!;
  }

  /** Asks for something that owners decide. Resolves with "done", or with the error's code. */
  async manage(action: AccessAction): Promise<string> {
    await this.managed(action);
    const error = this.client.all("error").find(({ n }) => n === this.#asked);
    return error?.code ?? "done";
  }

  /** The same. Resolves with the token of a new invite. */
  async managed(action: AccessAction): Promise<string | undefined> {
    const { client } = this;
    const n = ++this.#asked;
    client.control({ kind: "manage", n, action });
    const answer = () => client.all("managed").find((one) => one.n === n);
    await client.until(
      () => !!answer() || client.all("error").some((one) => one.n === n),
    );
    return answer()?.token;
  }

  /** Writes in the chat. Resolves with "said", or with the error's code. */
  async say(text: string): Promise<string> {
    const { client } = this;
    const nonce = `${this.user}-${++this.#said}`;
    client.control({ kind: "chat", nonce, text });
    const error = () => client.all("error").find((one) => one.nonce === nonce);
    const isSaid = () =>
      client.all("chat").some(({ message }) => message.nonce === nonce);
    await client.until(() => isSaid() || error() !== undefined);
    return error()?.code ?? "said";
  }
}

async function enter(
  server: TestServer,
  name: string,
  who?: Visitor,
): Promise<Person> {
  const person = who ?? (await visitor(server));
  const { headers } = person;
  const url = `${server.syncUrl}/plans`;
  return new Person(await RawClient.join(url, name, { headers }), person);
}

const shapesOf = (doc: Y.Doc) => doc.getMap<unknown>("shapes");
