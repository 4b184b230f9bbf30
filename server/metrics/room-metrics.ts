import type { Clock } from "@/core/base/clock";
import type { RoomRegistry } from "../rooms/room-registry";
import { Histogram } from "./histogram";
import type { Metrics } from "./metrics";

const KIB = 1024;
/** Bytes. Above the second, what may be dropped is left out; above the fourth, changes of the board as well. */
const WAITING_BOUNDS = [0, 64 * KIB, 256 * KIB, 1024 * KIB, 4096 * KIB];

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
    "boardwalk_people",
    "People who are in rooms; one in two rooms counts twice.",
    () => rooms.people,
  );
  metrics.gauge(
    "boardwalk_waiting_bytes",
    "Bytes that wait for the members' lines to take them.",
    () => [...rooms.waiting()].reduce((sum, bytes) => sum + bytes, 0),
  );
  const waiting = new Histogram(WAITING_BOUNDS);
  metrics.add({
    name: "boardwalk_socket_waiting_bytes",
    help: "Bytes that wait for one member's line, looked at for each socket whenever the metrics are read.",
    type: "histogram",
    read: () => {
      for (const bytes of rooms.waiting()) waiting.observe(bytes);
      return waiting.read();
    },
  });
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
