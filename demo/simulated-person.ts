import * as Y from "yjs";
import type { Chat } from "@/client/chat/chat";
import { allCommands } from "@/client/editor/commands/all-commands";
import { Editor } from "@/client/editor/editor";
import { RoomLink } from "@/client/sync/room-link";
import { tools } from "@/client/tools/tools";
import type { Clock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import { asUserId, type BoardId } from "@/core/base/ids";
import type { Random } from "@/core/base/random";
import { Board } from "@/core/board/board";
import { boardPoint } from "@/core/geometry/point";
import { Hand } from "./hand";
import { keepingNothing } from "./keeping-nothing";
import { openNodeSocket } from "./node-socket";
import { Pace } from "./pace";
import { plainChat } from "./plain-chat";

export interface SimulatedPersonOptions {
  readonly name: string;
  readonly room: BoardId;
  /** Where rooms are served, such as `ws://localhost:3000/sync`. */
  readonly syncUrl: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborted when they are to leave. */
  readonly going: AbortSignal;
}

/** Somebody without a browser: the page's own board, tools and connection, over a real socket. */
export class SimulatedPerson {
  readonly name: string;
  readonly editor: Editor;
  readonly link: RoomLink;
  readonly chat: Chat;
  readonly hand: Hand;
  readonly pace: Pace;
  readonly random: Random;
  readonly #ends = new Disposables();

  constructor(options: SimulatedPersonOptions) {
    const { name, room, syncUrl, clock, random, going } = options;
    this.name = name;
    this.random = random;
    const user = asUserId(`demo-${name}`);
    const board = new Board(new Y.Doc(), { user, clock, random });
    this.#ends.add(() => board.dispose());
    this.chat = plainChat({ room, clock, random, link: () => this.link });
    this.#ends.add(() => this.chat.dispose());
    this.link = new RoomLink({
      room,
      user,
      doc: board.doc,
      syncUrl,
      name,
      openSocket: openNodeSocket,
      talk: this.chat,
      clock,
      random,
      shapeOf: (id) => board.get(id),
      textIndexOf: (id, place) => board.textIndex(id, place),
      ...keepingNothing(room),
    });
    this.#ends.add(() => this.link.dispose());
    this.#ends.add(
      board.observe(({ added }) => this.link.presence.committed(added)),
    );
    this.editor = new Editor({
      board,
      tools,
      firstTool: "draw",
      commands: allCommands,
      lane: this.link.lane,
      random,
      clock,
    });
    this.#ends.add(() => this.editor.dispose());
    this.editor.camera.setViewport({ width: 1280, height: 800 });
    this.pace = new Pace(clock, going);
    const at = boardPoint(random.next() * 1280, random.next() * 800);
    this.hand = new Hand(this.editor, { pace: this.pace, random, at });
  }

  /** Comes into the room; resolves once its content is here. */
  async arrive(): Promise<void> {
    const { connection } = this.link;
    connection.connect();
    while (connection.status.get().state !== "live") await this.pace.wait(50);
  }

  /** Leaves, and gives up whatever is under way. */
  leave(): void {
    this.#ends.dispose();
  }
}
