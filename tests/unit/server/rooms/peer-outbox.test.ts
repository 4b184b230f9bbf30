import { describe, expect, test } from "vitest";
import {
  CHUNK_BYTES,
  DROPPABLE_MARK_BYTES,
  MAX_BUFFERED_BYTES,
  STUCK_MS,
} from "@/core/protocol/limits";
import { Tally } from "@/server/metrics/tally";
import { PeerOutbox } from "@/server/rooms/peer-outbox";
import { joinFrames } from "@/server/rooms/ws-frame";
import { FakeClock } from "../../../support/fake-clock";
import { FakeMember } from "../../../support/server-fake-member";

const MIB = 1024 * 1024;

function outboxOf(isStock = true) {
  const member = new FakeMember();
  const clock = new FakeClock();
  const tally = new Tally();
  const outbox = new PeerOutbox({ socket: member, isStock, clock, tally });
  return { member, clock, outbox, tally };
}

/** A message that no client can make sense of, but that begins like one to a stock client. */
const message = (length: number) => new Uint8Array(length).fill(9);

describe("PeerOutbox", () => {
  test("sends a long message in parts as the line takes them, and later ones after it", () => {
    const { member, outbox } = outboxOf();
    member.isStuck = true;

    outbox.send(message(5 * MIB));
    outbox.send(message(10));
    expect(member.bufferedBytes).toBeLessThan(2 * MIB);
    expect(member.messages).toHaveLength(0);
    while (member.messages.length < 2) {
      member.bufferedBytes = 0;
      outbox.pump();
    }

    expect(member.messages.map(({ length }) => length)).toEqual([5 * MIB, 10]);
    expect(member.closed).toBeUndefined();
  });

  test("sends our own clients a long message in chunks", () => {
    const { member, outbox } = outboxOf(false);

    outbox.send(message(3 * CHUNK_BYTES));

    const sizes = member.messages.map(({ length }) => length);
    expect(sizes.slice(0, -1).every((size) => size <= CHUNK_BYTES + 12)).toBe(
      true,
    );
    expect(sizes).toHaveLength(4);
  });

  test("counts a member as lagging above the mark, and while a long message is under way", () => {
    const { member, outbox } = outboxOf();
    expect(outbox.isLagging).toBe(false);
    member.isStuck = true;

    outbox.send(message(DROPPABLE_MARK_BYTES));
    expect(outbox.isLagging).toBe(true);
    member.bufferedBytes = 0;
    expect(outbox.isLagging).toBe(false);
    outbox.send(message(5 * MIB));
    member.bufferedBytes = 0;
    expect(outbox.isLagging).toBe(true);
  });

  test("closes a member who takes nothing of a long message, and no one who takes a little", () => {
    const [stuck, slow] = [outboxOf(), outboxOf()];
    for (const { member, outbox } of [stuck, slow]) {
      member.isStuck = true;
      outbox.send(message(5 * MIB));
    }
    for (let waited = 0; waited <= STUCK_MS; waited += 1_000) {
      slow.member.bufferedBytes -= 100;
      for (const { clock } of [stuck, slow]) clock.advance(1_000);
    }

    expect(stuck.member.closed?.reason).toBe("SLOW_CONSUMER");
    expect(slow.member.closed).toBeUndefined();
    while (slow.member.messages.length === 0) {
      slow.member.bufferedBytes = 0;
      slow.outbox.pump();
    }
    slow.clock.advance(2 * STUCK_MS);
    expect(slow.member.closed).toBeUndefined();
  });

  test("closes a member who does not take what they are sent", () => {
    const { member, outbox } = outboxOf();
    member.isStuck = true;
    const frames = joinFrames([message(CHUNK_BYTES)]);

    for (let sent = 0; sent <= MAX_BUFFERED_BYTES; sent += CHUNK_BYTES)
      outbox.write(frames);

    expect(member.closed).toEqual({ code: 1013, reason: "SLOW_CONSUMER" });
  });

  test("closes a member behind whose long message too much piles up", () => {
    const { member, outbox } = outboxOf();
    member.isStuck = true;
    outbox.send(message(20 * MIB));
    const frames = joinFrames([message(CHUNK_BYTES)]);

    for (
      let sent = 0;
      sent <= MAX_BUFFERED_BYTES + 2 * MIB;
      sent += CHUNK_BYTES
    )
      outbox.write(frames);

    expect(member.closed?.code).toBe(1013);
  });

  test("writes nothing to a socket that is closed", () => {
    const { member, outbox } = outboxOf();
    member.isOpen = false;

    outbox.send(message(10));
    outbox.send(message(MIB));

    expect(member.writes).toEqual([]);
  });

  test("knows when it last sent something", () => {
    const { clock, outbox } = outboxOf();
    clock.advance(500);
    expect(outbox.lastSentAt).toBe(clock.now() - 500);

    outbox.send(message(1));

    expect(outbox.lastSentAt).toBe(clock.now());
  });
});
