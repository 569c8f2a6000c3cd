import {
  type ParticipantInfo,
  ParticipantInfo_State,
  type ParticipantPermission,
  TrackSource,
} from "livekit-server-sdk";
import {
  ParticipantAttributes,
  type Role,
  type TrackSource as Source,
} from "@/lib/contract/participant";
import type { LiveParticipant, PublishSource } from "@/lib/server/ports/media-server";

// LiveKit's people, as ours. Its big integers, enums and seconds go no further than this folder.

/** LiveKit's kinds EGRESS and AGENT: they serve the meeting and do not take part. (The SDK does not export the enum.) */
const servingKinds = new Set<number>([2, 4]);

/** Whether others see them as somebody in the meeting. */
export const isPerson = (info: ParticipantInfo) =>
  !(info.permission?.hidden || servingKinds.has(info.kind));

export const fromSeconds = (seconds: bigint) => new Date(Number(seconds) * 1000).toISOString();

/** When they came in; `otherwise` where LiveKit does not say. */
export function joinedAt(info: ParticipantInfo, otherwise: string): string {
  if (info.joinedAtMs > 0n) return new Date(Number(info.joinedAtMs)).toISOString();
  return info.joinedAt > 0n ? fromSeconds(info.joinedAt) : otherwise;
}

const sources: Record<TrackSource, Source> = {
  [TrackSource.UNKNOWN]: "unknown",
  [TrackSource.CAMERA]: "camera",
  [TrackSource.MICROPHONE]: "microphone",
  [TrackSource.SCREEN_SHARE]: "screen_share",
  [TrackSource.SCREEN_SHARE_AUDIO]: "screen_share_audio",
};

export const sourceFromLiveKit = (source: TrackSource): Source => sources[source] ?? "unknown";

const sourceToLiveKit = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
} as const satisfies Record<PublishSource, TrackSource>;

/** What our server says of somebody by attributes; an empty one is none. */
export const attributesOf = ({
  role,
  handRaisedAt,
}: {
  role: Role;
  handRaisedAt?: string | null;
}) => ({ role, hand_raised_at: handRaisedAt ?? "" });

/** The whole permission: LiveKit reads an empty list of sources as "all of them". */
export const permissionOf = (may: {
  sources: readonly PublishSource[];
  canPublishData: boolean;
}) => ({
  canSubscribe: true,
  canPublish: may.sources.length > 0,
  canPublishSources: may.sources.map((source) => sourceToLiveKit[source]),
  canPublishData: may.canPublishData,
});

function sourcesIn(permission: ParticipantPermission | undefined): PublishSource[] {
  if (!permission?.canPublish) return [];
  const all: PublishSource[] = ["camera", "microphone", "screen_share", "screen_share_audio"];
  if (permission.canPublishSources.length === 0) return all;
  return all.filter((source) => permission.canPublishSources.includes(sourceToLiveKit[source]));
}

const states = {
  [ParticipantInfo_State.JOINING]: "joining",
  [ParticipantInfo_State.JOINED]: "joined",
  [ParticipantInfo_State.ACTIVE]: "active",
  [ParticipantInfo_State.DISCONNECTED]: undefined,
} as const;

/** Nobody where they are not a person, or are gone already. */
export function toLiveParticipant(info: ParticipantInfo, now: string): LiveParticipant[] {
  const state = states[info.state];
  if (!state || !isPerson(info)) return [];
  const attributes = ParticipantAttributes.parse(info.attributes);
  return [
    {
      participant_sid: info.sid,
      identity: info.identity,
      name: info.name,
      role: attributes.role,
      state,
      joined_at: joinedAt(info, now),
      is_publisher: info.isPublisher,
      hand_raised_at: attributes.hand_raised_at ?? null,
      tracks: info.tracks.map((track) => ({
        source: sourceFromLiveKit(track.source),
        muted: track.muted,
      })),
      may_publish: sourcesIn(info.permission),
      can_publish_data: info.permission?.canPublishData ?? false,
    },
  ];
}
