"use client";
import { useTranslations } from "use-intl";
import { useAnnounce } from "@/components/call/use-announce";
import { useSwitch } from "@/components/call/use-switch";

/** Whether there are no pictures, and the way to turn that. Its note says when it begins; its end is said here. */
export function useAudioOnly() {
  const t = useTranslations("features.quality");
  const announce = useAnnounce();
  const [isAudioOnly, setAudioOnly] = useSwitch("audioOnly");
  const turn = (isOn: boolean) => {
    setAudioOnly(isOn);
    if (!isOn) announce("own", t("isOver"));
  };
  return { isAudioOnly, turn };
}
