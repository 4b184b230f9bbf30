import type * as decoding from "lib0/decoding";
import { unreachable } from "@/core/base/assert";
import { readClientControl } from "@/core/protocol/client-control";
import type { ClientControl, Member } from "@/core/protocol/control-message";
import { MAX_LIVE_BYTES } from "@/core/protocol/limits";
import { readLive } from "@/core/protocol/live-codec";
import { isReliable } from "@/core/protocol/live-message";
import { ProtocolError } from "@/core/protocol/protocol-error";
import { parseBoardId } from "@/core/protocol/room-name";
import { isDrawing } from "./is-drawing";
import type { Managing } from "./managing";
import type { Peer } from "./peer";
import type { PeerSync } from "./peer-sync";
import type { Reception } from "./reception";
import type { RoomParts } from "./room-parts";
import type { SessionQuotas } from "./session-quotas";

type OfKind<K extends ClientControl["kind"]> = Extract<
  ClientControl,
  { kind: K }
>;

export interface OwnMessagesOptions {
  readonly peer: Peer;
  readonly parts: RoomParts;
  readonly reception: Reception;
  readonly managing: Managing;
  readonly sync: PeerSync;
  readonly quotas: SessionQuotas;
}

/** Does what the messages say that only our own clients send: control messages and live frames. */
export class OwnMessages {
  readonly #options: OwnMessagesOptions;

  constructor(options: OwnMessagesOptions) {
    this.#options = options;
  }

  /** Takes a control message after its type. Throws a ProtocolError when it is not one, or one too many. */
  receiveControl(decoder: decoding.Decoder): void {
    const message = readClientControl(decoder);
    const { peer, parts, reception, sync, quotas } = this.#options;
    if (message.kind === "chat") return this.#say(message);
    quotas.takeControl();
    switch (message.kind) {
      case "chat-edit":
      case "chat-delete":
        return this.#revise(message);
      case "chat-typing":
        return this.#type();
      case "chat-search":
        return this.#search(message);
      case "notification-seen":
        return this.#see(message);
      case "look":
        return this.#look(message);
      case "hello":
        parts.clientIds.claim(peer, message.clientId);
        return reception.hello(peer, message);
      case "barrier":
        return sync.barrier(message.n);
      case "chat-history":
        return void parts.chat.sendHistory(peer, message.before);
      case "presence":
        return this.#showPresence(message);
      case "say":
        return this.#sayAtCursor(message);
      case "reaction":
        return this.#react(message);
      case "summon":
        return this.#summon(message);
      case "manage":
        return this.#manage(message);
      default:
        unreachable(message);
    }
  }

  /** Takes a live frame after its type. Above the rate, only what everybody must get is passed on. */
  receiveLive(decoder: decoding.Decoder): void {
    if (decoder.arr.byteLength > MAX_LIVE_BYTES)
      throw new ProtocolError("TOO_LARGE", "live frame");
    const { slot } = this.#member();
    const { peer, quotas, parts } = this.#options;
    const entries = readLive(decoder);
    if (entries.some(isReliable)) quotas.takeControl();
    const isWithinRate = quotas.takeLive();
    for (const entry of entries) {
      if (!isWithinRate && !isReliable(entry)) continue;
      if (!peer.standing.mayDraw && isDrawing(entry)) continue;
      for (const over of parts.gestures.receive(slot, entry))
        parts.outbox.live(slot, over.entry);
      parts.outbox.live(slot, entry);
    }
  }

  #showPresence(said: OfKind<"presence">): void {
    const { parts, peer } = this.#options;
    const { slot } = this.#member();
    parts.outbox.control(parts.presence.receive(slot, peer.user, said));
  }

  #sayAtCursor({ text }: OfKind<"say">): void {
    const { peer, parts, quotas } = this.#options;
    const { slot } = this.#member();
    if (!peer.standing.mayChat) this.#forbidChat();
    else if (quotas.takeSay())
      parts.outbox.control({ kind: "say", slot, text });
    else peer.tell({ kind: "error", code: "SAY_TOO_FAST" });
  }

  #react({ emoji, at }: OfKind<"reaction">): void {
    const { peer, parts, quotas } = this.#options;
    const { slot } = this.#member();
    if (peer.standing.role === "viewer") this.#forbidChat();
    else if (quotas.takeReaction())
      parts.outbox.control({ kind: "reaction", slot, emoji, at });
    else peer.tell({ kind: "error", code: "REACTION_TOO_FAST" });
  }

  #summon({ box }: OfKind<"summon">): void {
    const { peer, parts } = this.#options;
    const { slot } = this.#member();
    if (!peer.standing.mayDraw)
      peer.tell({ kind: "error", code: "MAY_NOT_DRAW" });
    else if (parts.summons.take(peer.user))
      parts.outbox.control({ kind: "summon", slot, box });
    else peer.tell({ kind: "error", code: "SUMMON_TOO_SOON" });
  }

  #say({ nonce, text, replyTo, mentions, shapes }: OfKind<"chat">): void {
    const { peer, parts, quotas } = this.#options;
    const { name } = this.#member();
    const saying = { name, nonce, text, replyTo, mentions, shapes };
    const code = this.#chatRefusal();
    if (!code) return parts.chat.say(peer, saying);
    quotas.takeControl();
    peer.tell({ kind: "error", code, nonce });
  }

  /** Why the member may not write in the chat now. Counts what they may. */
  #chatRefusal() {
    const { peer, parts, quotas } = this.#options;
    const { mayChat, role, chat } = peer.standing;
    if (!mayChat) return "MAY_NOT_CHAT";
    if (!quotas.takeChat()) return "CHAT_TOO_FAST";
    const isSlowed = chat === "slow" && role !== "owner";
    return isSlowed && !parts.slowChat.take(peer.user)
      ? "CHAT_SLOW"
      : undefined;
  }

  #revise(message: OfKind<"chat-edit"> | OfKind<"chat-delete">): void {
    const { peer, parts, quotas } = this.#options;
    this.#member();
    const { seq } = message;
    // What they have said they may always take back.
    if (message.kind === "chat-edit" && !peer.standing.mayChat)
      return peer.tell({ kind: "error", code: "MAY_NOT_CHAT", seq });
    if (!quotas.takeChat())
      return peer.tell({ kind: "error", code: "CHAT_TOO_FAST", seq });
    if (message.kind === "chat-edit")
      parts.chat.edit(peer, { seq, text: message.text });
    else parts.chat.delete(peer, seq);
  }

  #type(): void {
    const { peer, parts, quotas } = this.#options;
    const { user } = this.#member();
    if (peer.standing.mayChat && quotas.takeTyping())
      parts.outbox.control({ kind: "typing", user });
  }

  #search({ n, query, before }: OfKind<"chat-search">): void {
    const { peer, parts, quotas } = this.#options;
    this.#member();
    if (quotas.takeSearch()) void parts.chat.search(peer, { n, query, before });
    else peer.tell({ kind: "error", code: "SEARCH_TOO_FAST", n });
  }

  #see({ room, seq }: OfKind<"notification-seen">): void {
    const { peer, parts } = this.#options;
    this.#member();
    const id = parseBoardId(room);
    if (!id) throw new ProtocolError("BAD_CONTROL", "not a room");
    void parts.notifier.see(peer.user, id, seq);
  }

  #look({ at }: OfKind<"look">): void {
    const { peer, parts, quotas } = this.#options;
    const { slot } = this.#member();
    if (peer.standing.role === "viewer") this.#forbidChat();
    else if (quotas.takeLook())
      parts.outbox.control({ kind: "look", slot, at });
    else peer.tell({ kind: "error", code: "LOOK_TOO_FAST" });
  }

  #manage(message: OfKind<"manage">): void {
    const { peer, managing, quotas } = this.#options;
    this.#member();
    quotas.takeManage();
    void managing.manage(peer, message);
  }

  #forbidChat(): void {
    this.#options.peer.tell({ kind: "error", code: "MAY_NOT_CHAT" });
  }

  #member(): Member {
    const { parts, peer } = this.#options;
    const member = parts.roster.find(peer);
    if (!member) throw new ProtocolError("BAD_MESSAGE", "before hello");
    return member;
  }
}
