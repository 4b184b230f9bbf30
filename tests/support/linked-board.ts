import { onTestFinished } from "vitest";
import * as Y from "yjs";
import type { Chat } from "@/client/chat/chat";
import { RoomLink } from "@/client/sync/room-link";
import { systemClock, type Clock } from "@/core/base/clock";
import { asBoardId, asUserId, type ShapeId } from "@/core/base/ids";
import { systemRandom, type Random } from "@/core/base/random";
import { Board } from "@/core/board/board";
import type { Shape } from "@/core/shapes/shape";
import { nodeSockets } from "@/demo/node-socket";
import { keepingNothing } from "@/demo/keeping-nothing";
import { plainChat } from "@/demo/plain-chat";

export interface LinkedBoardOptions {
  /** Default: `plans`. */
  readonly room?: string;
  /** The visitor's. Default: none, and each connection is a person of its own. */
  readonly cookie?: string;
  /** Default: a new one. */
  readonly board?: Board;
  /** Default: the system's. */
  readonly clock?: Clock;
  /** Default: the system's. */
  readonly random?: Random;
  /** Sees each message before it is sent. */
  readonly onSend?: (message: Uint8Array) => void;
}

/** A board and its link to a room over a real socket, joined as the page joins them, without anything that shows it. */
export class LinkedBoard {
  readonly board: Board;
  readonly link: RoomLink;
  readonly chat: Chat;
  /** Whether what the server says is lost on the last yard. */
  isDeaf = false;

  constructor(syncUrl: string, name: string, options: LinkedBoardOptions = {}) {
    const { clock = systemClock, random = systemRandom, cookie } = options;
    const { onSend = () => {} } = options;
    const room = asBoardId(options.room ?? "plans");
    const user = asUserId(name);
    this.board =
      options.board ?? new Board(new Y.Doc(), { user, clock, random });
    this.chat = plainChat({ room, clock, random, link: () => this.link });
    this.link = new RoomLink({
      room,
      user,
      doc: this.board.doc,
      syncUrl,
      name,
      ...keepingNothing(room),
      openSocket: (url, events) => {
        const socket = nodeSockets(cookie)(url, {
          ...events,
          onMessage: (message) => {
            if (!this.isDeaf) events.onMessage(message);
          },
        });
        return {
          send(message) {
            onSend(message);
            return socket.send(message);
          },
          close: () => socket.close(),
        };
      },
      talk: this.chat,
      clock,
      random,
      shapeOf: (id) => this.board.get(id),
      textIndexOf: () => undefined,
    });
    this.board.observe(({ added }) => this.link.presence.committed(added));
    this.link.connection.connect();
    onTestFinished(() => this.dispose());
  }

  /** The shape as it is seen here now: where somebody's gesture shows it, or else as it is on the board. */
  seen(id: ShapeId): Shape | undefined {
    for (const shape of this.link.presence.previews())
      if (shape.id === id) return shape;
    return this.board.get(id);
  }

  /** Resolves once `condition` holds, which is looked at after each change of what is seen. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const { presence, connection } = this.link;
      const look = () => {
        if (!condition()) return;
        for (const end of ends) end();
        resolve();
      };
      const ends = [
        presence.subscribe(look),
        connection.status.subscribe(look),
        this.board.observe(look),
      ];
      look();
    });
  }

  async isLive(): Promise<this> {
    const { status } = this.link.connection;
    await this.until(() => status.get().state === "live");
    return this;
  }

  /** Leaves the room for good. Happens by itself when the test has ended. */
  dispose(): void {
    this.link.dispose();
    this.chat.dispose();
    this.board.dispose();
  }
}
