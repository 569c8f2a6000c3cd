"use client";
import { useLocalParticipant, useMediaDevices, useRoomContext } from "@livekit/components-react";
import { LocalVideoTrack } from "livekit-client";
import { SwitchCamera } from "lucide-react";
import { useTranslations } from "use-intl";
import { useCall } from "@/components/call/call-provider";
import { MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";

/** From the camera that looks at the person to the one that looks away, and back: where fingers are used. */
export function FlipCameraItem() {
  const t = useTranslations("features.flip-camera");
  const toast = useToast();
  const room = useRoomContext();
  const { reportDeviceFailure } = useCall();
  const { cameraTrack, isCameraEnabled } = useLocalParticipant();
  const cameras = useMediaDevices({ kind: "videoinput" });
  const track = cameraTrack?.track;
  if (!isCameraEnabled || cameras.length < 2 || !(track instanceof LocalVideoTrack)) return null;
  const flip = async () => {
    const { facingMode, deviceId } = track.mediaStreamTrack.getSettings();
    const at = cameras.findIndex((camera) => camera.deviceId === deviceId);
    const next = cameras[(at + 1) % cameras.length];
    try {
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
  return (
    <div className="not-pointer-coarse:hidden">
      <MenuItem
        icon={<SwitchCamera size={18} strokeWidth={1.75} aria-hidden="true" />}
        onSelect={() => void flip()}
      >
        {t("flip")}
      </MenuItem>
    </div>
  );
}
