import { unreachable } from "@/core/base/assert";
import type { Dispose } from "@/core/base/disposable";
import type { BoardId } from "@/core/base/ids";
import type { CloseCode } from "@/core/protocol/close-codes";
import { ProtocolError } from "@/core/protocol/protocol-error";
import { OpenRoom, type Visit } from "./open-room";
import type { RoomContext } from "./room-context";
import type { Session } from "./session";

/** How long an empty room stays in memory: whoever reloads finds it there. */
const UNLOAD_DELAY_MS = 30_000;

type Life =
  | { readonly state: "loading"; readonly loaded: Promise<void> }
  | { readonly state: "active"; readonly open: OpenRoom }
  | {
      readonly state: "draining";
      readonly open: OpenRoom;
      readonly cancel: Dispose;
    }
  | { readonly state: "gone" };

export interface RoomOptions {
  readonly id: BoardId;
  readonly context: RoomContext;
  /** Called once, in the turn in which the room is gone: the next to come needs a new one. */
  readonly onGone: () => void;
}

/**
 * One live board, from the first who comes to some time after the last has left.
 *
 * ```
 *              +------- somebody came -------+
 *              v                             |
 *            active -- the last one left --> draining -- 30 s, and all is saved --> gone
 *                                            ^                                       ^
 * loading -- read ---------------------------+                                       |
 *    +------ could not be read: everybody is refused, nothing can be saved ----------+
 *
 * A large document is built after its bytes are read, while people come in already; that it cannot be built has the same end.
 * ```
 */
export class Room {
  readonly #options: RoomOptions;
  #life: Life;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#life = { state: "loading", loaded: this.#load() };
  }

  get state(): Life["state"] {
    return this.#life.state;
  }

  /** The room's content, while it is in memory. */
  get open(): OpenRoom | undefined {
    return "open" in this.#life ? this.#life.open : undefined;
  }

  /** Resolves once the room is loaded, or is gone because it could not be. */
  async whenLoaded(): Promise<void> {
    if (this.#life.state === "loading") await this.#life.loaded;
  }

  /** Lets a socket in. Rejects with a ProtocolError when it is refused. */
  async join(visit: Visit): Promise<Session> {
    await this.whenLoaded();
    const life = this.#life;
    switch (life.state) {
      case "loading":
      case "gone":
        throw new ProtocolError("ROOM_NOT_LOADED");
      case "active":
        return life.open.join(visit, () => this.#left());
      case "draining": {
        const session = life.open.join(visit, () => this.#left());
        life.cancel();
        this.#life = { state: "active", open: life.open };
        return session;
      }
      default:
        return unreachable(life);
    }
  }

  /** Does something with the room's content, for one who does not come in. Rejects with a ProtocolError when the room could not be loaded. */
  async visit<Answer>(
    work: (open: OpenRoom) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    await this.whenLoaded();
    await this.open?.whenReady.catch(() => {});
    const { open } = this;
    if (!open) throw new ProtocolError("ROOM_NOT_LOADED");
    return work(open);
  }

  /** Closes all sockets. They are let in again if they come back. */
  closeAll(code: CloseCode, reason: string): void {
    this.open?.closeAll(code, reason);
  }

  /** Resolves once all that was drawn and said in the room is stored. */
  async whenSaved(): Promise<void> {
    await this.whenLoaded();
    await this.open?.whenSaved();
  }

  async #load(): Promise<void> {
    const { id, context } = this.#options;
    try {
      const open = await OpenRoom.load(id, context);
      // Nobody is in it yet, and whoever it was loaded for may have gone meanwhile.
      this.#drain(open);
      open.whenReady.catch((err: unknown) => this.#fail(err, open));
    } catch (err) {
      this.#fail(err);
    }
  }

  /** The room could not be loaded, which may show only when somebody is in it. */
  #fail(err: unknown, open?: OpenRoom): void {
    // It has been given up before it was ready.
    if (this.#life.state === "gone") return;
    const { id, context } = this.#options;
    context.log.error({ err, room: id }, "a room could not be loaded");
    const { closeCode, code } = new ProtocolError("ROOM_NOT_LOADED");
    open?.closeAll(closeCode, code);
    this.#end(open);
  }

  #left(): void {
    const life = this.#life;
    if (life.state === "active" && life.open.connections === 0)
      this.#drain(life.open);
  }

  #drain(open: OpenRoom): void {
    const { clock } = this.#options.context;
    const life: Life = {
      state: "draining",
      open,
      cancel: clock.after(UNLOAD_DELAY_MS, () => {
        void this.#unload(life, open);
      }),
    };
    this.#life = life;
  }

  async #unload(draining: Life, open: OpenRoom): Promise<void> {
    await open.whenSaved();
    await open.foldLog();
    // Somebody may have come, and even left again, while the last changes were being saved.
    if (this.#life !== draining) return;
    if (open.isSaved) this.#end(open);
    // Somebody has changed something from outside, as one does who gives the board a title.
    else this.#drain(open);
  }

  #end(open?: OpenRoom): void {
    this.#life = { state: "gone" };
    open?.dispose();
    this.#options.onGone();
  }
}
