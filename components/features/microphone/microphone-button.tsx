"use client";
import { Mic, MicOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { SplitButton } from "@/components/call/split-button";
import { useDeviceToggle } from "@/components/call/use-device-toggle";
import { useShortcut } from "@/components/call/use-shortcut";
import { MicrophoneChoices } from "./microphone-choices";

export function MicrophoneButton() {
  const t = useTranslations("features.microphone");
  const { isOn, unavailable, toggle, toggleUnseen } = useDeviceToggle("microphone");
  const shortcut = useShortcut("m", toggleUnseen);
  const Icon = isOn ? Mic : MicOff;
  return (
    <SplitButton
      device="microphone"
      label={isOn ? t("turnOff") : t("turnOn")}
      shortcut={shortcut}
      icon={<Icon size={20} strokeWidth={1.75} aria-hidden="true" />}
      isOn={isOn}
      unavailable={unavailable}
      onToggle={toggle}
      menuLabel={t("choose")}
    >
      <MicrophoneChoices />
    </SplitButton>
  );
}
