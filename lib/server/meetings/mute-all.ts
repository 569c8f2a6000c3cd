import type { MeetingId } from "@/lib/contract/meeting-id";
import type { MuteAllRequest } from "@/lib/contract/participant";
import type { Services } from "@/lib/server/services";
import { tellingHost } from "./align-room";
import { type Caller, requireModerator } from "./caller";
import { findMeeting } from "./find-meeting";
import { turnOff } from "./turn-off";

/** Turns everybody's microphone (or what is named) off, but for the hosts', the cohosts' and one's own. */
export async function muteAll(
  services: Services,
  caller: Caller,
  id: MeetingId,
  { sources: kinds }: MuteAllRequest,
): Promise<void> {
  const meeting = await findMeeting(services, caller.address, id);
  const { seat } = await requireModerator(services, caller, meeting);
  const { media } = services;
  const work = async () => {
    const inside = await media.listParticipants(meeting.roomName);
    const seats = await services.store.seats.findAll(
      id,
      inside.map(({ identity }) => identity),
    );
    const others = seats.filter(
      ({ role, identity }) => role === "participant" && identity !== seat?.identity,
    );
    await Promise.all(others.map((other) => turnOff(services, meeting, other, kinds)));
  };
  await tellingHost(services, work(), { isKept: false });
}
