import { type Participant, Track } from "livekit-client";
import type { MediaKind } from "@/lib/client/media-errors";
import type { PublishKind } from "@/lib/contract/participant";

export type Permissions = Readonly<Record<PublishKind, boolean>>;

type LiveKitPermission = NonNullable<Participant["permissions"]>;

/** LiveKit's own numbers: its protocol's package is not worth its weight for three of them. */
const wireNumber = { camera: 1, microphone: 2, screen_share: 3 } as const satisfies Record<
  PublishKind,
  number
>;

export const sourceOf = {
  camera: Track.Source.Camera,
  microphone: Track.Source.Microphone,
  screen_share: Track.Source.ScreenShare,
} as const satisfies Record<PublishKind, Track.Source>;

/** Which of the person's devices a track comes from; undefined for what comes from none. */
export function kindOf(source: Track.Source): MediaKind | undefined {
  if (source === Track.Source.Microphone) return "microphone";
  return source === Track.Source.Camera ? "camera" : undefined;
}

/** What LiveKit lets somebody publish; with no sources named it is all of them. */
export function permissionsFrom({
  canPublish,
  canPublishSources,
}: Pick<LiveKitPermission, "canPublish" | "canPublishSources">): Permissions {
  const numbers: readonly number[] = canPublishSources;
  const may = (kind: PublishKind) =>
    canPublish && (numbers.length === 0 || numbers.includes(wireNumber[kind]));
  return {
    camera: may("camera"),
    microphone: may("microphone"),
    screen_share: may("screen_share"),
  };
}
