import type { TrackReferenceOrPlaceholder } from "@livekit/components-react";
import { DisconnectReason, type Room, RoomEvent, Track } from "livekit-client";

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

/** What the Room's engine says; the Room listens to it, too. */
interface Engine {
  prependListener(event: "disconnected", listener: () => void): unknown;
  prependListener(
    event: "participantUpdate",
    listener: (changed: readonly { disconnectReason: DisconnectReason }[]) => void,
  ): unknown;
}

/**
 * Calls back before the Room hears that the server ends the connection, or closes the room around it,
 * which the others' going may tell first. What the Room does then, before any event of its own, is to take
 * every track off its video and to forget everybody (livekit-client 2.23).
 */
function beforeTheEnd(engine: Engine, listener: () => void): void {
  engine.prependListener("disconnected", listener);
  engine.prependListener("participantUpdate", (changed) => {
    if (changed.some((one) => one.disconnectReason === DisconnectReason.ROOM_DELETED)) listener();
  });
}

/** Who is on the stage, remembered over the end of a connection. */
export class LastStage {
  #last: TrackReferenceOrPlaceholder[] = [];

  /**
   * Follows a Room from now on. `beforeEnd` is called while everybody can still be seen, when the server
   * ends the connection.
   */
  follow(room: Room, beforeEnd: () => void): void {
    room.on(RoomEvent.Connected, () => {
      let isOver = false;
      beforeTheEnd(room.engine, () => {
        if (isOver) return;
        isOver = true;
        this.#last = onStage(room);
        beforeEnd();
      });
    });
  }

  /** Who is on this Room's stage, or was when the last one ended; nobody where one was alone. */
  of(room: Room): TrackReferenceOrPlaceholder[] {
    const isEmptied = room.remoteParticipants.size === 0;
    const stage = isEmptied ? this.#last : onStage(room);
    return stage.some(({ participant }) => !participant.isLocal) ? stage : [];
  }

  /** The call stands again: what was before is no longer waited for. */
  forget(): void {
    this.#last = [];
  }
}
