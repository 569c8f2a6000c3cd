import type { PublishKind } from "@/lib/contract/participant";
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";
import type { Services } from "@/lib/server/services";
import { liveStandingOf, sourcesOf } from "./grants";

/**
 * Turns sources off. A screen that is only muted would stand still on everybody's stage: its sources are
 * taken away for a moment instead, which takes it off the stage.
 */
export async function turnOff(
  { media }: Services,
  meeting: StoredMeeting,
  seat: StoredSeat,
  kinds: readonly PublishKind[],
): Promise<void> {
  const { roomName } = meeting;
  const toMute = kinds.filter((kind) => kind !== "screen_share").flatMap((kind) => sourcesOf[kind]);
  if (toMute.length > 0) await media.mute(roomName, seat.identity, toMute);
  if (!kinds.includes("screen_share")) return;
  const standing = liveStandingOf(meeting, seat);
  const screen = sourcesOf.screen_share;
  const sources = standing.sources.filter((source) => !screen.includes(source));
  await media.updateParticipant(roomName, seat.identity, { ...standing, sources });
  await media.updateParticipant(roomName, seat.identity, standing);
}
