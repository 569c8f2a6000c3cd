// The person's own camera and microphone, from the preview's hands or opened here.
import {
  createLocalAudioTrack,
  createLocalVideoTrack,
  LocalAudioTrack,
  LocalVideoTrack,
  Track,
  VideoPresets,
} from "livekit-client";
import type { CallMedia, DeviceChoice } from "@/components/call/entry";

export const cameraDefaults = { resolution: VideoPresets.h720.resolution };
export const microphoneDefaults = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

const preferred = (deviceId: string | undefined) =>
  deviceId === undefined ? {} : { deviceId: { ideal: deviceId } };

/** The preview's track, if it still runs. One that is not wanted is stopped. */
function handedOver({ on, track }: DeviceChoice): MediaStreamTrack | undefined {
  if (track && !on) track.stop();
  return on && track?.readyState === "live" ? track : undefined;
}

/**
 * The microphone as the person wants to come in with it: undefined when it is to stay off. Preview
 * tracks are LiveKit's own from now on (not "user provided"), which is what lets muting a camera
 * switch its light off.
 */
export async function openMicrophone(
  choice: CallMedia["microphone"],
): Promise<LocalAudioTrack | undefined> {
  const track = handedOver(choice);
  if (!choice.on) return undefined;
  const options = { ...microphoneDefaults, ...preferred(choice.deviceId) };
  const local = track
    ? new LocalAudioTrack(track, options, false)
    : await createLocalAudioTrack(options);
  local.source = Track.Source.Microphone;
  return local;
}

/** The camera, likewise. */
export async function openCamera(
  choice: CallMedia["camera"],
): Promise<LocalVideoTrack | undefined> {
  const track = handedOver(choice);
  if (!choice.on) return undefined;
  const { width, height, frameRate } = cameraDefaults.resolution;
  const ideal = {
    width: { ideal: width },
    height: { ideal: height },
    ...(frameRate === undefined ? {} : { frameRate: { ideal: frameRate } }),
    ...preferred(choice.deviceId),
  };
  const local = track
    ? new LocalVideoTrack(track, ideal, false)
    : await createLocalVideoTrack({ ...cameraDefaults, ...preferred(choice.deviceId) });
  local.source = Track.Source.Camera;
  return local;
}
