import type { TrackReferenceOrPlaceholder } from "@livekit/components-react";
import { ConnectionState, type Room, RoomEvent, Track } from "livekit-client";

function onStage(room: Room): TrackReferenceOrPlaceholder[] {
  return [...room.remoteParticipants.values(), room.localParticipant].flatMap((participant) => {
    const camera = participant.getTrackPublication(Track.Source.Camera);
    const screen = participant.getTrackPublication(Track.Source.ScreenShare);
    return [
      camera
        ? { participant, source: Track.Source.Camera, publication: camera }
        : { participant, source: Track.Source.Camera },
      ...(screen ? [{ participant, source: Track.Source.ScreenShare, publication: screen }] : []),
    ];
  });
}

/**
 * Before the Room itself hears that the server ended the connection: the first thing it does then is to
 * take every track off its video, and no event of its own comes sooner (livekit-client 2.23).
 */
function listenFirst(
  engine: { prependListener(event: "disconnected", listener: () => void): unknown },
  listener: () => void,
): void {
  engine.prependListener("disconnected", listener);
}

/**
 * Who is on the stage, remembered over the end of a connection: a Room that the server closes forgets
 * everybody before it says that it is closed.
 */
export class LastStage {
  #room: Room | undefined;
  #last: TrackReferenceOrPlaceholder[] = [];
  #isLooking = false;

  /**
   * Follows a Room from now on. `beforeEnd` is called while everybody can still be seen, when the server
   * ends the connection.
   */
  follow(room: Room, beforeEnd: () => void): void {
    this.#room = room;
    room.on(RoomEvent.Connected, () => listenFirst(room.engine, beforeEnd));
    const look = () => {
      if (this.#isLooking) return;
      this.#isLooking = true;
      // After whatever happens in this moment: the end of a connection empties the Room in one go.
      setTimeout(() => {
        this.#isLooking = false;
        if (this.#room?.state === ConnectionState.Connected) this.#last = onStage(this.#room);
      }, 0);
    };
    room
      .on(RoomEvent.Connected, look)
      .on(RoomEvent.ParticipantConnected, look)
      .on(RoomEvent.ParticipantDisconnected, look)
      .on(RoomEvent.TrackSubscribed, look)
      .on(RoomEvent.TrackUnsubscribed, look)
      .on(RoomEvent.LocalTrackPublished, look)
      .on(RoomEvent.LocalTrackUnpublished, look);
  }

  /** Who is on this Room's stage, or was when it was last connected; nobody where one was alone. */
  of(room: Room): TrackReferenceOrPlaceholder[] {
    const stage = room.remoteParticipants.size > 0 ? onStage(room) : this.#last;
    return stage.some(({ participant }) => !participant.isLocal) ? stage : [];
  }
}
