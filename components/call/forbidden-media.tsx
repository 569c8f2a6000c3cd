"use client";
import { useRoomContext } from "@livekit/components-react";
import {
  ConnectionState,
  type LocalTrack,
  type LocalTrackPublication,
  RoomEvent,
} from "livekit-client";
import { useEffect } from "react";
import { useCall } from "./call-provider";
import { permissionsFrom, sourceOf } from "./permissions";
import { usePermissions } from "./use-permissions";

const kinds = ["microphone", "camera", "screen_share"] as const;

/** A connection that is made again publishes again within this. */
const againWithinMs = 1_000;

/**
 * Lets go of a device once the server no longer lets it be sent: LiveKit takes the track off and leaves
 * the device running, its light on.
 */
export function ForbiddenMedia() {
  const room = useRoomContext();
  const { phase, entering, turnDevice } = useCall();
  const { may } = usePermissions();

  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const takenOff = new Set<LocalTrack>();
    const look = () => {
      const { localParticipant } = room;
      if (!localParticipant.permissions) return;
      const allowed = permissionsFrom(localParticipant.permissions);
      for (const track of takenOff) {
        const kind = kinds.find((each) => sourceOf[each] === track.source);
        // The sound of a screen goes with it.
        const isAllowed = allowed[kind ?? "screen_share"];
        if (!isAllowed) track.stop();
        if (!isAllowed || localParticipant.getTrackPublication(track.source)) {
          takenOff.delete(track);
        }
      }
    };
    const unpublished = ({ track }: LocalTrackPublication) => {
      if (!track) return;
      takenOff.add(track);
      look();
      // A screen is stopped by forbidding it for a blink: nothing says so any more by now.
      const timer = setTimeout(() => {
        timers.delete(timer);
        const isBack = room.localParticipant.getTrackPublication(track.source) !== undefined;
        if (takenOff.delete(track) && !isBack && room.state === ConnectionState.Connected) {
          track.stop();
        }
      }, againWithinMs);
      timers.add(timer);
    };
    room
      .on(RoomEvent.LocalTrackUnpublished, unpublished)
      .on(RoomEvent.ParticipantPermissionsChanged, look);
    return () => {
      for (const timer of timers) clearTimeout(timer);
      room
        .off(RoomEvent.LocalTrackUnpublished, unpublished)
        .off(RoomEvent.ParticipantPermissionsChanged, look);
    };
  }, [room]);

  useEffect(() => {
    if (phase !== "in-call") return;
    for (const kind of ["microphone", "camera"] as const) {
      if (entering[kind] && !may[kind]) void turnDevice(kind, false);
    }
  }, [phase, entering, may, turnDevice]);
  return null;
}
