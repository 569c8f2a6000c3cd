// What a seat is and may do in LiveKit's eyes: one function for tokens and for those who are inside.
import type { PublishKind, SeatView } from "@/lib/contract/participant";
import type { LiveStanding, PublishSource } from "@/lib/server/ports/media-server";
import type { StoredMeeting, StoredSeat } from "@/lib/server/ports/store";

export const sourcesOf: Record<PublishKind, readonly PublishSource[]> = {
  camera: ["camera"],
  microphone: ["microphone"],
  screen_share: ["screen_share", "screen_share_audio"],
};

const kinds = ["camera", "microphone", "screen_share"] as const;

type Seated = Pick<StoredSeat, "name" | "role" | "allow" | "handRaisedAt">;

/** What the meeting's settings and the seat come to. Hosts and cohosts may everything. */
export function liveStandingOf({ settings }: StoredMeeting, seat: Seated): LiveStanding {
  const { allow } = settings;
  const isModerator = seat.role !== "participant";
  const may = (kind: PublishKind) => isModerator || (seat.allow[kind] ?? allow[kind]);
  return {
    name: seat.name,
    role: seat.role,
    handRaisedAt: seat.handRaisedAt,
    sources: kinds.filter(may).flatMap((kind) => sourcesOf[kind]),
    canPublishData: isModerator || allow.chat || allow.reactions,
  };
}

/** The seat as answers show it. */
export function seatView(seat: StoredSeat): SeatView {
  const { microphone = null, camera = null, screen_share = null } = seat.allow;
  return {
    identity: seat.identity,
    name: seat.name,
    role: seat.role,
    hand_raised_at: seat.handRaisedAt,
    allow: { microphone, camera, screen_share },
  };
}
