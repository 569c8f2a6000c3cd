"use client";
import { useLocalParticipant, useMediaDevices, useRoomContext } from "@livekit/components-react";
import { LocalVideoTrack } from "livekit-client";
import { SwitchCamera } from "lucide-react";
import { useTranslations } from "use-intl";
import { useChangeDevice } from "@/components/call/use-change-device";
import { MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";

const otherWay = (facing: string | undefined) =>
  facing === "user" ? "environment" : facing === "environment" ? "user" : undefined;

/** From the camera that looks at the person to the one that looks away, and back: where fingers are used. */
export function FlipCameraItem() {
  const t = useTranslations("features.flip-camera");
  const toast = useToast();
  const room = useRoomContext();
  const change = useChangeDevice("videoinput");
  const { cameraTrack, isCameraEnabled } = useLocalParticipant();
  const cameras = useMediaDevices({ kind: "videoinput" });
  const track = cameraTrack?.track;
  if (!isCameraEnabled || cameras.length < 2 || !(track instanceof LocalVideoTrack)) return null;
  const flip = async () => {
    const { facingMode, deviceId } = track.mediaStreamTrack.getSettings();
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
