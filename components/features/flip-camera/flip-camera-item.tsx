"use client";
import { useLocalParticipant, useMediaDevices } from "@livekit/components-react";
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
  const { reportDeviceFailure } = useCall();
  const { cameraTrack, isCameraEnabled } = useLocalParticipant();
  const cameras = useMediaDevices({ kind: "videoinput" });
  const track = cameraTrack?.track;
  if (!isCameraEnabled || cameras.length < 2 || !(track instanceof LocalVideoTrack)) return null;
  const flip = async () => {
    const isAway = track.mediaStreamTrack.getSettings().facingMode === "environment";
    try {
      await track.restartTrack({ facingMode: isAway ? "user" : "environment" });
      toast({ text: t(isAway ? "front" : "back") });
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
