"use client";
import { type TrackReferenceOrPlaceholder, useTracks } from "@livekit/components-react";
import { Track } from "livekit-client";
import { useCall } from "@/components/call/call-provider";
import { pictureKey } from "@/components/call/connection/stills";

const sources = [
  { source: Track.Source.Camera, withPlaceholder: true },
  { source: Track.Source.ScreenShare, withPlaceholder: false },
];

export interface StageTile {
  key: string;
  trackRef: TrackReferenceOrPlaceholder;
  /** From before the connection went: shown dimmed until the live one is back. */
  isHeld: boolean;
}

const keyOf = ({ participant, source }: TrackReferenceOrPlaceholder) =>
  pictureKey(participant.identity, source);

const arrival = ({ participant }: TrackReferenceOrPlaceholder) =>
  participant.joinedAt?.getTime() ?? 0;

/** Everything that has a place on the stage: screens, other people in the order they came, oneself. */
export function useStageTiles(): {
  screens: StageTile[];
  others: StageTile[];
  self: StageTile | undefined;
} {
  const { held, phase } = useCall();
  const live = useTracks(sources, { onlySubscribed: false });
  const tiles = new Map<string, StageTile>();
  for (const trackRef of held) {
    const isLocal = trackRef.participant.isLocal;
    if (isLocal && phase !== "reconnecting") continue;
    tiles.set(keyOf(trackRef), { key: keyOf(trackRef), trackRef, isHeld: !isLocal });
  }
  for (const trackRef of live) {
    const key = keyOf(trackRef);
    // A Room that is not connected yet knows the person without a name or an identity.
    if (trackRef.participant.identity === "") continue;
    tiles.set(key, { key, trackRef, isHeld: false });
  }
  const all = [...tiles.values()];
  const isCamera = ({ trackRef }: StageTile) => trackRef.source === Track.Source.Camera;
  const byArrival = (a: StageTile, b: StageTile) =>
    arrival(a.trackRef) - arrival(b.trackRef) || a.key.localeCompare(b.key);
  return {
    screens: all
      .filter((tile) => !isCamera(tile))
      .sort(
        (a, b) => Number(a.trackRef.participant.isLocal) - Number(b.trackRef.participant.isLocal),
      ),
    others: all
      .filter((tile) => isCamera(tile) && !tile.trackRef.participant.isLocal)
      .sort(byArrival),
    self: all.find((tile) => isCamera(tile) && tile.trackRef.participant.isLocal),
  };
}
