"use client";
import { useBeforeCall } from "@/components/call/before-call";
import { rememberPreferences } from "@/lib/client/preferences";
import { DeviceFields } from "./device-fields";

/** The devices of the preview. */
export default function DevicesBeforeCall() {
  const { media, state } = useBeforeCall();
  const { microphone } = state;
  return (
    <DeviceFields
      microphoneTrack={microphone.is === "on" ? microphone.track : undefined}
      devices={{
        camera: {
          options: state.cameras,
          chosen: state.cameraId,
          choose: (cameraId) => {
            media?.choose("camera", cameraId);
            rememberPreferences({ cameraId });
          },
        },
        microphone: {
          options: state.microphones,
          chosen: state.microphoneId,
          choose: (microphoneId) => {
            media?.choose("microphone", microphoneId);
            rememberPreferences({ microphoneId });
          },
        },
        speaker: {
          options: state.speakers,
          chosen: state.speakerId,
          choose: (speakerId) => {
            media?.chooseSpeaker(speakerId);
            rememberPreferences({ speakerId });
          },
        },
      }}
    />
  );
}
