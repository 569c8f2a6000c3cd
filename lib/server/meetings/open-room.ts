import type { StoredMeeting } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { stateOf } from "./about-meeting";

/**
 * Makes the meeting's room, unless it is there, and says what the meeting is after that. LiveKit leaves
 * the metadata of a room that is there alone, and whoever edits the meeting before it is there has nobody
 * to tell: so what was edited meanwhile is told here, until nothing is. Undefined where the meeting is
 * gone from the store; where it was deleted or moved to another room the caller has to close this one.
 */
export async function openRoom(
  { store, media }: Pick<Services, "store" | "media">,
  meeting: StoredMeeting,
): Promise<StoredMeeting | undefined> {
  await media.ensureRoom(meeting.roomName, stateOf(meeting));
  for (let told = meeting; ; ) {
    const now = await store.meetings.find(meeting.id);
    const isItsRoom = now?.deletedAt === null && now.roomName === meeting.roomName;
    if (!isItsRoom || now.revision === told.revision) return now;
    await media.updateRoomState(now.roomName, stateOf(now));
    told = now;
  }
}
