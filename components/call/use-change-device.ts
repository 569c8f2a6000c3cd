"use client";
import { useRoomContext } from "@livekit/components-react";
import { LocalAudioTrack, LocalVideoTrack } from "livekit-client";
import { useCall } from "./call-provider";
import { type Change, changeCapture } from "./change-capture";
import { sourceOf } from "./permissions";

const captured = {
  audioinput: "microphone",
  videoinput: "camera",
  audiooutput: undefined,
} as const;

/**
 * Changes one of the person's devices by what it is given. Where no camera or microphone is left by that, it is
 * off, and that is said here; that the one before is kept, the caller says.
 */
export function useChangeDevice(
  device: MediaDeviceKind,
): (change: () => Promise<unknown>) => Promise<Change["is"]> {
  const room = useRoomContext();
  const { reportDeviceFailure, turnDevice } = useCall();
  return async (change) => {
    const { localParticipant } = room;
    const kind = captured[device];
    const publication = kind && localParticipant.getTrackPublication(sourceOf[kind]);
    const track = publication?.track;
    const reopen = async (id: string | undefined) => {
      const same = id === undefined ? {} : { deviceId: { exact: id } };
      const { videoCaptureDefaults: video, audioCaptureDefaults: audio } = room.options;
      if (track instanceof LocalVideoTrack) await track.restartTrack({ ...video, ...same });
      if (track instanceof LocalAudioTrack) await track.restartTrack({ ...audio, ...same });
    };
    const changeOver = async () => {
      await change();
      // Of what is off LiveKit's client only notes it. The microphone is captured all the same, so that its level
      // is seen and one that does not start is found now; LiveKit's server passes nothing on of it.
      const isHeardHere = track?.isMuted && track.mediaStreamTrack.readyState === "live";
      if (isHeardHere && track instanceof LocalAudioTrack) await track.restartTrack();
    };
    const outcome = await changeCapture(track, changeOver, reopen);
    if (outcome.is === "lost" && kind) {
      await turnDevice(kind, false);
      reportDeviceFailure(kind, outcome.error);
    }
    return outcome.is;
  };
}
