import type { TrackReferenceOrPlaceholder } from "@livekit/components-react";
import { type Participant, type Room, RoomEvent, Track } from "livekit-client";
import { pictureKey } from "@/components/call/connection/stills";

export interface StageTile {
  key: string;
  trackRef: TrackReferenceOrPlaceholder;
  /** From before the connection went: shown dimmed until the live one is back. */
  isHeld: boolean;
  /** Something is sent to be seen: the camera is on. */
  hasPicture: boolean;
}

/** Whatever changes who is on the stage. Who speaks does not. */
const changes = [
  RoomEvent.SignalConnected,
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.ConnectionStateChanged,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
] as const;

export function keyOf({ participant, source }: TrackReferenceOrPlaceholder): string {
  return pictureKey(participant.identity, source);
}

function tilesOf(participant: Participant): StageTile[] {
  // A Room that is not connected yet knows the person without a name or an identity.
  if (participant.identity === "") return [];
  const camera = participant.getTrackPublication(Track.Source.Camera);
  const screen = participant.getTrackPublication(Track.Source.ScreenShare);
  const refs: TrackReferenceOrPlaceholder[] = [
    camera
      ? { participant, source: Track.Source.Camera, publication: camera }
      : { participant, source: Track.Source.Camera },
    ...(screen ? [{ participant, source: Track.Source.ScreenShare, publication: screen }] : []),
  ];
  return refs.map((trackRef) => ({
    key: keyOf(trackRef),
    trackRef,
    isHeld: false,
    hasPicture: trackRef.publication !== undefined && !trackRef.publication.isMuted,
  }));
}

/**
 * Everything that can be seen in a Room, for `useSyncExternalStore`. What has not changed is the same
 * object as before, and all of it the same array: the stage draws only what is new.
 */
export class RoomTiles {
  readonly #room: Room;
  #tiles: readonly StageTile[] = [];
  /** A publication is the same object when its track comes or goes. */
  #tracks = new Map<string, Track | undefined>();

  constructor(room: Room) {
    this.#room = room;
    this.#look();
  }

  readonly subscribe = (listener: () => void) => {
    const changed = () => {
      if (this.#look()) listener();
    };
    for (const change of changes) this.#room.on(change, changed);
    changed();
    return () => {
      for (const change of changes) this.#room.off(change, changed);
    };
  };

  readonly snapshot = () => this.#tiles;

  /** Looks at the Room; returns whether anything is different. */
  #look(): boolean {
    const { localParticipant, remoteParticipants } = this.#room;
    const before = new Map(this.#tiles.map((tile) => [tile.key, tile]));
    const tracks = new Map<string, Track | undefined>();
    const tiles = [...remoteParticipants.values(), localParticipant]
      .flatMap(tilesOf)
      .map((tile) => {
        const known = before.get(tile.key);
        const track = tile.trackRef.publication?.track;
        tracks.set(tile.key, track);
        const isSame =
          known?.trackRef.participant === tile.trackRef.participant &&
          known.trackRef.publication === tile.trackRef.publication &&
          known.hasPicture === tile.hasPicture &&
          this.#tracks.get(tile.key) === track;
        return isSame ? known : tile;
      });
    this.#tracks = tracks;
    const isSame =
      tiles.length === this.#tiles.length &&
      tiles.every((tile, index) => tile === this.#tiles[index]);
    if (!isSame) this.#tiles = tiles;
    return !isSame;
  }
}
