"use client";
import { useLocalParticipant, useRoomContext } from "@livekit/components-react";
import { LocalVideoTrack, Room } from "livekit-client";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { useChangeDevice } from "@/components/call/use-change-device";
import { useToast } from "@/components/ui/toast";

const otherWay = (facing: string | undefined) =>
  facing === "user" ? "environment" : facing === "environment" ? "user" : undefined;

/** Turns to the camera that looks the other way; undefined while no camera is on. */
export function useFlip(): (() => void) | undefined {
  const t = useTranslations("features.flip-camera");
  const toast = useToast();
  const room = useRoomContext();
  const change = useChangeDevice("videoinput");
  const { reportDeviceFailure } = useCall();
  const { cameraTrack, isCameraEnabled } = useLocalParticipant();
  const track = cameraTrack?.track;
  if (!isCameraEnabled || !(track instanceof LocalVideoTrack)) return undefined;
  const flip = async () => {
    const { facingMode, deviceId } = track.mediaStreamTrack.getSettings();
    const cameras = await Room.getLocalDevices("videoinput", false);
    const at = cameras.findIndex((camera) => camera.deviceId === deviceId);
    const next = cameras[(at + 1) % cameras.length];
    const facing = otherWay(facingMode);
    // What is asked for takes the place of all that was asked for before: the size, too.
    const { resolution } = room.options.videoCaptureDefaults ?? {};
    const outcome = await change(async () => {
      if (facing) {
        await track.restartTrack({ facingMode: facing, ...(resolution ? { resolution } : {}) });
      } else if (next) {
        // A browser that does not say where its cameras look: the next one, by name.
        await room.switchActiveDevice("videoinput", next.deviceId);
      }
    });
    if (outcome === "kept") toast({ text: t("kept") });
    else if (outcome === "changed") {
      toast({ text: facing ? t(facing) : t("next", { name: next?.label ?? "" }) });
    }
  };
  return () => void flip().catch((error: unknown) => reportDeviceFailure("camera", error));
}
