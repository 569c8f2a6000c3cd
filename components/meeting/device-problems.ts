import type { DeviceState } from "@/lib/client/local-media";
import type { MediaFailureReason, MediaKind } from "@/lib/client/media-errors";

export interface DeviceProblem {
  kind: MediaKind | "both";
  reason: MediaFailureReason;
}

/** What to tell about devices that failed: once where both failed the same way. */
export function deviceProblems({
  microphone,
  camera,
}: {
  microphone: DeviceState;
  camera: DeviceState;
}): DeviceProblem[] {
  const ofMicrophone = microphone.is === "failed" ? microphone.reason : undefined;
  const ofCamera = camera.is === "failed" ? camera.reason : undefined;
  if (ofMicrophone !== undefined && ofMicrophone === ofCamera) {
    return [{ kind: "both", reason: ofMicrophone }];
  }
  return [
    ...(ofMicrophone === undefined ? [] : [{ kind: "microphone", reason: ofMicrophone } as const]),
    ...(ofCamera === undefined ? [] : [{ kind: "camera", reason: ofCamera } as const]),
  ];
}
