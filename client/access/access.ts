import { createStore, type Store } from "@/core/base/store";
import type { AccessAction, AccessOverview } from "@/core/protocol/access";
import type {
  ClientControl,
  RoleNotice,
  ServerControl,
} from "@/core/protocol/control-message";

/** What has come of something that an owner asked for. */
export type ManageOutcome =
  | {
      readonly isDone: true;
      /** That of a new invite. */
      readonly token: string | undefined;
    }
  | {
      readonly isDone: false;
      readonly code:
        | "MAY_NOT_MANAGE"
        | "CANNOT_MANAGE"
        | "ACCESS_NOT_STORED"
        /** There is no line, or it was cut before the answer came. */
        | "OFFLINE";
    };

/** Until a server says otherwise, whoever has the link draws: so it is in most rooms, and without the line nobody is asked. */
const OPEN: RoleNotice = {
  role: "editor",
  mayDraw: true,
  mayChat: true,
  isLocked: false,
  chat: "everyone",
  hasPen: false,
};

/** What this person may do in the room and, for its owner, what the others may. */
export class Access {
  readonly #send: (message: ClientControl) => boolean;
  readonly #mine = createStore<RoleNotice>(OPEN);
  readonly #overview = createStore<AccessOverview | undefined>(undefined);
  readonly #asked = new Map<number, (outcome: ManageOutcome) => void>();
  #lastAsked = 0;

  /** @param send Says false while there is no line. */
  constructor(send: (message: ClientControl) => boolean) {
    this.#send = send;
  }

  /** What this person may do, as far as it is known. */
  get mine(): Store<RoleNotice> {
    return this.#mine;
  }

  /** All that was decided; undefined for all but the owner. */
  get overview(): Store<AccessOverview | undefined> {
    return this.#overview;
  }

  /** Asks for what owners decide. Never rejects. */
  manage(action: AccessAction): Promise<ManageOutcome> {
    const n = ++this.#lastAsked;
    if (!this.#send({ kind: "manage", n, action }))
      return Promise.resolve({ isDone: false, code: "OFFLINE" });
    return new Promise((resolve) => this.#asked.set(n, resolve));
  }

  receive(message: ServerControl): void {
    switch (message.kind) {
      case "role":
        if (message.role !== "owner") this.#overview.set(undefined);
        return this.#mine.set(message);
      case "access":
        return this.#overview.set(message);
      case "managed":
        return this.#answer(message.n, { isDone: true, token: message.token });
      case "error":
        switch (message.code) {
          case "MAY_NOT_MANAGE":
          case "CANNOT_MANAGE":
          case "ACCESS_NOT_STORED":
            this.#answer(message.n, { isDone: false, code: message.code });
        }
    }
  }

  /** The line has been cut: what was asked for may have been done or not. */
  cut(): void {
    for (const n of [...this.#asked.keys()])
      this.#answer(n, { isDone: false, code: "OFFLINE" });
  }

  #answer(n: number | undefined, outcome: ManageOutcome): void {
    if (n === undefined) return;
    this.#asked.get(n)?.(outcome);
    this.#asked.delete(n);
  }
}
