import type { Clock } from "@/core/base/clock";
import type { RoomRegistry } from "../rooms/room-registry";
import type { Metrics } from "./metrics";

/** Adds what there is to tell of the rooms in memory, above all whether what is drawn in them gets onto the disk. */
export function addRoomMetrics(
  metrics: Metrics,
  { rooms, clock }: { readonly rooms: RoomRegistry; readonly clock: Clock },
): void {
  metrics.gauge(
    "boardwalk_rooms",
    "Rooms that are in memory.",
    () => rooms.size,
  );
  metrics.gauge(
    "boardwalk_sockets",
    "Sockets that are in rooms.",
    () => rooms.connections,
  );
  metrics.gauge(
    "boardwalk_waiting_bytes",
    "Bytes that wait for the members' lines to take them.",
    () => rooms.waitingBytes,
  );
  metrics.gauge(
    "boardwalk_unsaved_updates",
    "Changes that are not on disk yet.",
    () => rooms.unsaved.updates,
  );
  metrics.gauge(
    "boardwalk_unsaved_oldest_seconds",
    "Age of the oldest change that is not on disk yet; 0 when all are.",
    () => {
      const now = clock.now();
      return (now - (rooms.unsaved.since ?? now)) / 1_000;
    },
  );
  metrics.gauge(
    "boardwalk_failing_rooms",
    "Rooms whose changes the disk does not take.",
    () => rooms.unsaved.failingRooms,
  );
}
