"use client";
import { useLocalParticipant } from "@livekit/components-react";
import { useEffect, useState } from "react";
import { useCapture } from "@/components/call/use-capture";
import { useChangeDevice } from "@/components/call/use-change-device";
import { useDevices } from "@/components/call/use-devices";
import { rememberPreferences } from "@/lib/client/preferences";
import { type Choosable, DeviceFields } from "./device-fields";

function useChoosable(kind: MediaDeviceKind, remember: (deviceId: string) => void): Choosable {
  const { devices, activeDeviceId, setActiveMediaDevice } = useDevices(kind);
  const change = useChangeDevice(kind);
  return {
    options: devices.map(({ deviceId, label }) => ({ id: deviceId, label })),
    chosen: activeDeviceId,
    choose: async (id) => {
      const outcome = await change(() => setActiveMediaDevice(id));
      if (outcome === "kept") throw new Error("The device did not start.");
      if (outcome === "changed") remember(id);
    },
  };
}

/** What a muted microphone would send, to show that it works; it goes nowhere. */
function useUnmutedTwin(): MediaStreamTrack | undefined {
  const { microphoneTrack } = useLocalParticipant();
  const source = useCapture(microphoneTrack?.track);
  const [twin, setTwin] = useState<MediaStreamTrack>();
  useEffect(() => {
    if (source?.readyState !== "live") return;
    const own = source.clone();
    own.enabled = true;
    setTwin(own);
    return () => {
      own.stop();
      setTwin(undefined);
    };
  }, [source]);
  return twin;
}

/** The devices of the call; choosing changes over at once. */
export default function DevicesInCall() {
  const camera = useChoosable("videoinput", (cameraId) => rememberPreferences({ cameraId }));
  const microphone = useChoosable("audioinput", (microphoneId) =>
    rememberPreferences({ microphoneId }),
  );
  const speaker = useChoosable("audiooutput", (speakerId) => rememberPreferences({ speakerId }));
  return (
    <DeviceFields microphoneTrack={useUnmutedTwin()} devices={{ camera, microphone, speaker }} />
  );
}
