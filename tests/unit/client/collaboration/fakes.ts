import type { MemberActivity } from "@/client/collaboration/member-activities";
import { MemberActivities } from "@/client/collaboration/member-activities";
import type { Person } from "@/client/sync/people";
import { Roster } from "@/client/sync/roster";
import { asUserId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";
import type { Member } from "@/core/protocol/control-message";

export const activity = (
  slot: number,
  change: Partial<MemberActivity> = {},
): MemberActivity => ({
  kind: "presence",
  slot,
  selection: [],
  tool: "select",
  idle: false,
  ...change,
});

export const person = (name: string, change: Partial<Person> = {}): Person => ({
  user: asUserId(name),
  name,
  colour: "#1971c2",
  isMe: false,
  isOwner: false,
  joinedAt: 0,
  slots: [],
  ...change,
});

/** A room as the server tells of it: each member's slot and user. Slot 0 is this page's, and "me" is who it belongs to. */
export class FakeRoom {
  readonly roster = new Roster(createStore(asUserId("me")));
  readonly activities = new MemberActivities(this.roster);

  constructor(...users: string[]) {
    this.join(...users.map((user, slot) => [slot, user] as const));
  }

  join(...members: (readonly [slot: number, user: string])[]): void {
    const joined: Member[] = members.map(([slot, user]) => ({
      slot,
      user,
      name: user,
      colour: "#1971c2",
      joinedAt: slot,
    }));
    this.roster.receiveRoster({
      kind: "roster",
      full: false,
      joined,
      left: [],
    });
  }

  leave(...left: number[]): void {
    this.roster.receiveRoster({
      kind: "roster",
      full: false,
      joined: [],
      left,
    });
  }

  does(slot: number, change: Partial<MemberActivity>): void {
    this.activities.receive(activity(slot, change));
  }
}
