import * as encoding from "lib0/encoding";
import { randomInteger, randomItem, type Random } from "@/core/base/random";
import { MAX_MESSAGE_BYTES } from "@/core/protocol/limits";
import { MessageType } from "@/core/protocol/message-type";
import { mutate, mutateJson, noise } from "./mutate";
import { strangeStateVector, strangeUpdate } from "./strange-updates";
import { CONTROLS } from "./traffic";
import { clientFrame } from "./ws-bytes";

/** The bytes of one or more WebSocket frames. */
export interface HostileFrames {
  readonly bytes: Buffer;
  readonly count: number;
  /** Whether what comes after them is taken for a part of them. */
  readonly isUnfinished?: boolean;
}

const TYPES = [0, 1, 2, 3, 64, 65, 66];

/** Makes frames that a server has to live with, by seed. */
export class HostileFrameMaker {
  readonly #random: Random;
  readonly #traffic: readonly Uint8Array[];
  readonly #makers: readonly (() => HostileFrames)[];

  /** @param traffic Messages that are really sent. */
  constructor(random: Random, traffic: readonly Uint8Array[]) {
    this.#random = random;
    this.#traffic = traffic;
    this.#makers = [
      ...times(6, () => oneFrame(mutate(this.#message(), random))),
      ...times(4, () => oneFrame(this.#message())),
      ...times(4, () => oneFrame(this.#control())),
      ...times(3, () => oneFrame(this.#sync())),
      ...times(2, () => oneFrame(this.#typedNoise())),
      () => oneFrame(noise(random, randomInteger(random, 200))),
      () => oneFrame(this.#awareness()),
      () => oneFrame(this.#chunk()),
      () => this.#inFragments(),
      () => this.#spoilt(),
      () => this.#seldom(),
    ];
  }

  next(): HostileFrames {
    return randomItem(this.#random, this.#makers)();
  }

  #message(): Uint8Array {
    return randomItem(this.#random, this.#traffic);
  }

  #control(): Uint8Array {
    const control = mutateJson(
      randomItem(this.#random, CONTROLS),
      this.#random,
    );
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.control);
      encoding.writeVarString(encoder, JSON.stringify(control));
    });
  }

  #sync(): Uint8Array {
    const random = this.#random;
    const kind = randomInteger(random, 3);
    const content =
      kind === 0 ? strangeStateVector(random) : strangeUpdate(random);
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.sync);
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(
        encoder,
        random.next() < 0.7 ? content : mutate(content, random),
      );
    });
  }

  #typedNoise(): Uint8Array {
    const random = this.#random;
    const bytes = noise(random, 1 + randomInteger(random, 300));
    bytes[0] = randomItem(random, TYPES);
    return bytes;
  }

  #awareness(): Uint8Array {
    const random = this.#random;
    const content = encoding.encode((encoder) => {
      const count = randomInteger(random, 30);
      encoding.writeVarUint(encoder, count + randomInteger(random, 2));
      for (let i = 0; i < count; i++) {
        encoding.writeVarUint(encoder, randomInteger(random, 2 ** 32));
        encoding.writeVarUint(encoder, randomInteger(random, 2 ** 32));
        const state = mutateJson({ user: { name: "x" } }, random);
        encoding.writeVarString(encoder, JSON.stringify(state));
      }
    });
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.awareness);
      encoding.writeVarUint8Array(encoder, content);
    });
  }

  #chunk(): Uint8Array {
    const random = this.#random;
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.chunk);
      const total = randomInteger(random, 2 ** randomInteger(random, 32));
      encoding.writeVarUint(encoder, total);
      encoding.writeVarUint(
        encoder,
        random.next() < 0.7 ? 0 : randomInteger(random, total + 1),
      );
      encoding.writeUint8Array(
        encoder,
        noise(random, randomInteger(random, 300)),
      );
    });
  }

  #inFragments(): HostileFrames {
    const random = this.#random;
    const message = mutate(this.#message(), random);
    const size = 1 + randomInteger(random, 1 + message.length / 3);
    const isWhole = random.next() < 0.7;
    const frames: Buffer[] = [];
    for (let start = 0; start < message.length; start += size) {
      const isLast = start + size >= message.length;
      frames.push(
        clientFrame(message.subarray(start, start + size), {
          opcode: start === 0 ? 2 : 0,
          isFinal: isLast && isWhole,
        }),
      );
      // Pings may come between the parts of a message; more messages may not.
      if (random.next() < 0.1)
        frames.push(clientFrame(new Uint8Array(3), { opcode: 9 }));
    }
    return { bytes: Buffer.concat(frames), count: frames.length };
  }

  /** What breaks WebSocket itself. */
  #spoilt(): HostileFrames {
    const random = this.#random;
    const payload = noise(random, randomInteger(random, 140));
    const shapes = [
      { opcode: 3 + randomInteger(random, 5) },
      { opcode: 11 + randomInteger(random, 5) },
      { reserved: 1 + randomInteger(random, 7) },
      { isMasked: false },
      { opcode: 0 },
      { opcode: 1 },
      { opcode: 8 },
      { opcode: 9 },
      { opcode: 9, isFinal: false },
      { opcode: 10 },
    ];
    return {
      bytes: clientFrame(payload, randomItem(random, shapes)),
      count: 1,
    };
  }

  #seldom(): HostileFrames {
    const random = this.#random;
    const makers: (() => HostileFrames)[] = [
      ...times(30, () => ({
        bytes: noise(random, 1 + randomInteger(random, 60)) as Buffer,
        count: 1,
        isUnfinished: true,
      })),
      ...times(30, () => ({
        bytes: clientFrame(noise(random, 20), {
          length: 2 ** (5 + randomInteger(random, 45)),
        }),
        count: 1,
        isUnfinished: true,
      })),
      () =>
        oneFrame(new Uint8Array(MAX_MESSAGE_BYTES + randomInteger(random, 2))),
    ];
    return randomItem(random, makers)();
  }
}

/** A message in one frame. */
export const oneFrame = (message: Uint8Array): HostileFrames => ({
  bytes: clientFrame(message),
  count: 1,
});

const times = <T>(count: number, value: T): T[] =>
  Array.from({ length: count }, () => value);
