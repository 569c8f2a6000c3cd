"use client";
import { SwitchCamera } from "lucide-react";
import { useTranslations } from "use-intl";
import { useKnownDevices } from "@/components/call/use-devices";
import { useShortcutKey } from "@/components/call/use-shortcut";
import { MenuItem } from "@/components/ui/menu";
import { useFlip } from "./use-flip";

/** From the camera that looks at the person to the one that looks away, and back: where fingers are used. */
export function FlipCameraItem() {
  const t = useTranslations("features.flip-camera");
  const key = useShortcutKey("flip-camera.flip");
  const cameras = useKnownDevices("videoinput");
  const flip = useFlip();
  if (!flip || cameras.length < 2) return null;
  return (
    <div className="not-pointer-coarse:hidden">
      <MenuItem
        icon={<SwitchCamera size={18} strokeWidth={1.75} aria-hidden="true" />}
        shortcut={key}
        onSelect={flip}
      >
        {t("flip")}
      </MenuItem>
    </div>
  );
}
