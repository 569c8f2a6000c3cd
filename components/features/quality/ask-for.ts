import { type RemoteTrackPublication, Track, VideoQuality } from "livekit-client";
import type { Chosen } from "@/lib/client/preferences";

const most = { auto: VideoQuality.HIGH, 360: VideoQuality.MEDIUM, 180: VideoQuality.LOW } as const;

/** As much of what somebody sends as it takes to ask for it, smaller, or not at all. */
type Receivable = Pick<
  RemoteTrackPublication,
  "kind" | "source" | "isDesired" | "setSubscribed" | "setVideoQuality"
>;

/** Asks for a picture as large as is wanted at most, and for none with audio only. Screens are to be read. */
export function askFor(
  publication: Receivable,
  quality: Chosen<"receiveQuality">,
  isAudioOnly: boolean,
): void {
  if (publication.kind !== Track.Kind.Video) return;
  if (publication.isDesired === isAudioOnly) publication.setSubscribed(!isAudioOnly);
  if (!isAudioOnly && publication.source === Track.Source.Camera) {
    publication.setVideoQuality(most[quality]);
  }
}
