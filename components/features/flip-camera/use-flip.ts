"use client";
import { useLocalParticipant, useRoomContext } from "@livekit/components-react";
import { LocalVideoTrack, Room } from "livekit-client";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useToast } from "@/components/ui/toast";

/** Turns to the camera that looks the other way; undefined while no camera is on. */
export function useFlip(): (() => void) | undefined {
  const t = useTranslations("features.flip-camera");
  const toast = useToast();
  const room = useRoomContext();
  const { reportDeviceFailure } = useCall();
  const { cameraTrack, isCameraEnabled } = useLocalParticipant();
  const track = cameraTrack?.track;
  if (!isCameraEnabled || !(track instanceof LocalVideoTrack)) return undefined;
  const flip = async () => {
    const { facingMode, deviceId } = track.mediaStreamTrack.getSettings();
    try {
      const cameras = await Room.getLocalDevices("videoinput", false);
      const at = cameras.findIndex((camera) => camera.deviceId === deviceId);
      const next = cameras[(at + 1) % cameras.length];
      if (facingMode === "user" || facingMode === "environment") {
        const isAway = facingMode === "environment";
        await track.restartTrack({ facingMode: isAway ? "user" : "environment" });
        toast({ text: t(isAway ? "front" : "back") });
      } else if (next) {
        // A browser that does not say where its cameras look: the next one, by name.
        await room.switchActiveDevice("videoinput", next.deviceId);
        toast({ text: t("next", { name: next.label }) });
      }
    } catch (error) {
      reportDeviceFailure("camera", error);
    }
  };
  return () => void flip();
}
