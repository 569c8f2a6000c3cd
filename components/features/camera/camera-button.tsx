"use client";
import { Video, VideoOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { SplitButton } from "@/components/call/split-button";
import { useDeviceToggle } from "@/components/call/use-device-toggle";
import { useShortcut } from "@/components/call/use-shortcut";
import { CameraChoices } from "./camera-choices";

export function CameraButton() {
  const t = useTranslations("features.camera");
  const { isOn, unavailable, toggle, toggleUnseen } = useDeviceToggle("camera");
  const shortcut = useShortcut("v", toggleUnseen);
  const Icon = isOn ? Video : VideoOff;
  return (
    <SplitButton
      device="camera"
      label={isOn ? t("turnOff") : t("turnOn")}
      shortcut={shortcut}
      icon={<Icon size={20} strokeWidth={1.75} aria-hidden="true" />}
      isOn={isOn}
      unavailable={unavailable}
      onToggle={toggle}
      menuLabel={t("choose")}
    >
      <CameraChoices />
    </SplitButton>
  );
}
