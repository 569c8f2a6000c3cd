import type { MeetingId } from "@/lib/contract/meeting-id";
import type { MuteAllRequest } from "@/lib/contract/participant";
import type { Services } from "@/lib/server/services";
import { tellingHost } from "./align-room";
import { type Caller, requireModerator } from "./caller";
import { fewAtOnce } from "./few-at-once";
import { findMeeting } from "./find-meeting";
import { turnOff } from "./turn-off";

/**
 * Turns everybody's microphone (or what is named) off, but for the hosts', the cohosts' and one's own. Goes
 * on past those whom it does not reach; throws `media-unavailable` with how many it reached.
 */
export async function muteAll(
  services: Services,
  caller: Caller,
  id: MeetingId,
  { sources: kinds }: MuteAllRequest,
): Promise<void> {
  const meeting = await findMeeting(services, caller.address, id);
  const { seat } = await requireModerator(services, caller, meeting);
  let isOver = false;
  let all = 0;
  let done = 0;
  const work = async () => {
    const inside = await services.media.listParticipants(meeting.roomName);
    const seats = await services.store.seats.findAll(
      id,
      inside.map(({ identity }) => identity),
    );
    const others = seats.filter(
      ({ role, identity }) => role === "participant" && identity !== seat?.identity,
    );
    all = others.length;
    const [failure] = await fewAtOnce(others, async (other) => {
      // The host was told already how far it came.
      if (isOver) return;
      await turnOff(services, meeting, other, kinds);
      done += 1;
    });
    if (failure !== undefined) throw failure;
  };
  const saysHowFar = () =>
    done === 0
      ? undefined
      : `This reached ${done} of ${all} people, and the others not. Try again in a moment.`;
  try {
    await tellingHost(services, work(), { isKept: false, saysHowFar });
  } finally {
    isOver = true;
  }
}
