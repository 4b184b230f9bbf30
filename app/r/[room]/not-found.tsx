import { BadRoomName } from "@/components/pages/bad-room-name";

export default function NotFound() {
  return <BadRoomName />;
}
