"use client";
import { useRoomContext } from "@livekit/components-react";
import { Track } from "livekit-client";
import { useMemo, useSyncExternalStore } from "react";
import { useCall } from "@/components/call/call-provider";
import { keyOf, RoomTiles, type StageTile } from "./room-tiles";

const arrival = ({ trackRef }: StageTile) => trackRef.participant.joinedAt?.getTime() ?? 0;
/** When LiveKit took it in, by its clock: the same for everybody, whenever they came. */
const sharedAt = ({ trackRef }: StageTile) =>
  Number(trackRef.publication?.trackInfo?.version?.unixMicro ?? 0);
const isCamera = ({ trackRef }: StageTile) => trackRef.source === Track.Source.Camera;
const isOwn = ({ trackRef }: StageTile) => trackRef.participant.isLocal;

export interface StageTiles {
  all: ReadonlyMap<string, StageTile>;
  /** The one that was shared last comes first; one's own comes after all others. */
  screens: readonly StageTile[];
  /** Other people, in the order they came. */
  others: readonly StageTile[];
  self: StageTile | undefined;
}

/** Everything that has a place on the stage. */
export function useStageTiles(): StageTiles {
  const room = useRoomContext();
  const { held, phase } = useCall();
  const watched = useMemo(() => new RoomTiles(room), [room]);
  const live = useSyncExternalStore(watched.subscribe, watched.snapshot, watched.snapshot);
  return useMemo(() => {
    const all = new Map<string, StageTile>();
    for (const trackRef of held) {
      if (trackRef.participant.isLocal && phase !== "reconnecting") continue;
      const key = keyOf(trackRef);
      const isHeld = !trackRef.participant.isLocal;
      all.set(key, { key, trackRef, isHeld, hasPicture: trackRef.publication?.isMuted === false });
    }
    for (const tile of live) all.set(tile.key, tile);
    const tiles = [...all.values()];
    return {
      all,
      screens: tiles
        .filter((tile) => !isCamera(tile))
        .sort((a, b) => Number(isOwn(a)) - Number(isOwn(b)) || sharedAt(b) - sharedAt(a)),
      others: tiles
        .filter((tile) => isCamera(tile) && !isOwn(tile))
        .sort((a, b) => arrival(a) - arrival(b) || a.key.localeCompare(b.key)),
      self: tiles.find((tile) => isCamera(tile) && isOwn(tile)),
    };
  }, [held, phase, live]);
}
