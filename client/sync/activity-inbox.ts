import type { Dispose } from "@/core/base/disposable";
import type { ServerControl } from "@/core/protocol/control-message";

/** What the server tells of the others' doings besides their gestures. */
export type ActivityMessage = Extract<
  ServerControl,
  { kind: "presence" | "say" | "reaction" | "summon" }
>;

type Reader = (message: ActivityMessage) => void;

/** Keeps what others do until the code that understands it is loaded: of each member, the last message of each kind. */
export class ActivityInbox {
  readonly #kept = new Map<string, ActivityMessage>();
  #reader: Reader | undefined;

  receive(message: ActivityMessage): void {
    if (this.#reader) this.#reader(message);
    else this.#kept.set(`${message.kind} ${message.slot}`, message);
  }

  /** Hands over what was kept and all that is to come, until the returned function is called. */
  open(reader: Reader): Dispose {
    this.#reader = reader;
    for (const message of this.#kept.values()) reader(message);
    this.#kept.clear();
    return () => (this.#reader = undefined);
  }

  /** The line is cut: the next server gives slots anew. */
  disconnected(): void {
    this.#kept.clear();
  }
}
